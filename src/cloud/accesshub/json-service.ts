import { decoding, type Layer, ProtocolDefect } from '../exchange/defect.ts'
import type { Opened } from './opened.ts'

/** What a call brings, by name. */
export type Parameters = Readonly<Record<string, unknown>>

/** A service of which the path says what is asked (`HTTPRequest.location`); JSON carries it there and back. */
export interface JsonService {
  readonly layer: Layer
  /** The service's own answer. @throws {Refusal}, or {ProtocolDefect} when it has no such path or parameter */
  readonly answer: (path: string, parameters: Parameters) => object
  /** The answer that carries a refusal. */
  readonly refusal: (code: number, text: string) => object
  /** The parameter that names the room. */
  readonly roomIn: string
}

const text = new TextDecoder('utf-8', { fatal: true })

/** @throws {ProtocolDefect} when the body is no JSON object */
export function openJson({ layer, roomIn, ...service }: JsonService, path: string, body: Uint8Array): Opened {
  const message: unknown = decoding(layer, `call of ${path}`, body, () => JSON.parse(text.decode(body)))
  if (typeof message !== 'object' || message === null || Array.isArray(message))
    throw new ProtocolDefect(layer, `call of ${path} is not an object`, body)
  const parameters = message as Parameters
  const room = parameters[roomIn]
  return {
    layer,
    name: path,
    message,
    answerName: path,
    room: typeof room === 'string' ? room : undefined,
    answer: () => service.answer(path, parameters),
    refusal: service.refusal,
    encode: (answer) => new TextEncoder().encode(JSON.stringify(answer)),
  }
}
