import type { DescMessage, MessageInitShape, MessageShape } from '@bufbuild/protobuf'

/** A message on the wire: the number that says what it is, and its type. */
export interface WireMessage {
  readonly number: number
  readonly schema: DescMessage
}

/** A request and its answer; an answer that is carried inside another message has no number of its own. */
export interface WireRequest extends WireMessage {
  readonly answer: { readonly number?: number; readonly schema: DescMessage }
}

/** What clients ask of a service, by message name. Every service with messages of protobuf has one, in its `messages.ts`. */
export type Requests = Readonly<Record<string, WireRequest>>

/** Other messages by name: what a service says unasked, or what a client says that nobody answers. */
export type Messages = Readonly<Record<string, WireMessage>>

/** Name of a message of a table. */
export type NameIn<Table> = keyof Table & string

/** A message of a table, as decoded. */
export type MessageOf<Table extends Messages, Name extends NameIn<Table>> = MessageShape<
  Table[Name]['schema']
>

/** What a message of a table is made of. */
export type InitOf<Table extends Messages, Name extends NameIn<Table>> = MessageInitShape<
  Table[Name]['schema']
>

/** What the answer to a request is made of. */
export type AnswerOf<Table extends Requests, Name extends NameIn<Table>> = MessageInitShape<
  Table[Name]['answer']['schema']
>

/** The answer to a request, as it is sent. */
export type AnsweredBy<Table extends Requests, Name extends NameIn<Table>> = MessageShape<
  Table[Name]['answer']['schema']
>

/** An entry of a table with its name. */
export type Named<Table> = { [Name in NameIn<Table>]: Table[Name] & { readonly name: Name } }[NameIn<Table>]

/** The entries of a table by their numbers, for whoever decodes. */
export function byNumber<Table extends Messages>(table: Table): ReadonlyMap<number, Named<Table>> {
  return new Map(
    Object.entries(table).map(([name, entry]) => [entry.number, { ...entry, name } as Named<Table>]),
  )
}
