import type { Layer } from './defect.ts'
import type { Request } from './handler.ts'
import type { Judge } from './journal.ts'
import type { BrokenPart } from './reply.ts'

/** A value that is there, or will be. What is there is used at once. */
export type Awaitable<T> = T | Promise<T>

/** What goes with an answer without being part of its message. */
export interface About<Place = never> {
  /** Where it belongs when that is not where its request came from: a seat just taken, a session just made. */
  readonly in?: Place | undefined
  /** Who decided it, for the journal, where that was not the state of the cloud. */
  readonly judgedBy?: Judge | undefined
}

/** An answer, and what goes with it. */
export interface Answered<Answer extends object, Place = never> extends About<Place> {
  readonly answer: Answer
}

/** One request and the ways it can be answered; each service makes them for its own messages. */
export interface Exchange<Answer extends object = object, Place = never> extends Request {
  readonly layer: Layer
  readonly name: string
  /** The cloud's own answer. Calling it changes the cloud's state. @throws {Refusal} which the desk turns into an answer */
  readonly answer: () => Awaitable<Answered<Answer, Place>>
  /** The answer that carries a refusal. */
  readonly refusal: (code: number, text: string, details?: object) => Answer
  readonly send: (answer: Answer, about?: About<Place>) => void
  /** Sends an answer that cannot be understood. */
  readonly sendBroken: (part: BrokenPart) => void
  /** Leaves the request to the service that it is carried to, in place of `send(answer())`. */
  readonly forward?: () => void
  /** Fails the frame that carried the request. */
  readonly exception: (reason: number) => void
  /** Closes the socket that carried the request. */
  readonly close: (code: number) => void
}
