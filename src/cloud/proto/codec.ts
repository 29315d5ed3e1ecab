import {
  type DescMessage,
  fromBinary,
  type Message,
  type MessageInitShape,
  type MessageShape,
  toBinary,
} from '@bufbuild/protobuf'
import { decoding, type Layer, ProtocolDefect } from '../exchange/defect.ts'

/** A message type with its generated name, such as `LoginRoomReq`. */
export type Schema = DescMessage
export type { Message, MessageInitShape, MessageShape }

/**
 * Decodes a protobuf body strictly.
 *
 * @throws {ProtocolDefect} when the body is malformed, holds text that is not UTF-8, or has a field our subset of
 * the protocol does not know: such a field may carry something the cloud would have to answer.
 */
export function decode<S extends Schema>(layer: Layer, schema: S, body: Uint8Array): MessageShape<S> {
  const message = decoding(layer, schema.name, body, () => fromBinary(schema, body))
  const unknown = message.$unknown
  if (unknown?.length) {
    throw new ProtocolDefect(
      layer,
      `${schema.name} has unknown field ${unknown.map((field) => field.no)}`,
      body,
    )
  }
  return message
}

/** Encodes a message. Every scalar that was set is written, zero included. */
export const encode = <S extends Schema>(schema: S, message: MessageShape<S>): Uint8Array =>
  toBinary(schema, message)
