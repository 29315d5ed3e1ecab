import { shown } from './demand.ts'

/** What of an answer no client understands: its content, or the number that says what it is. */
export type BrokenPart = 'body' | 'command'
export const brokenParts: readonly BrokenPart[] = ['body', 'command']

/**
 * What a handler may say instead of the cloud's own answer. Returning nothing leaves the answer to the next handler. `Answer`
 * is what the request is answered with.
 */
export type Reply<Answer = never> =
  | ReplyToAny
  | { readonly kind: 'with'; readonly change: (answer: Answer) => void }

/** What any request may be answered. */
export type ReplyToAny =
  | { readonly kind: 'code'; readonly code: number; readonly message: string }
  | { readonly kind: 'silence' }
  | { readonly kind: 'broken'; readonly part: BrokenPart }
  | { readonly kind: 'exception'; readonly reason: number }
  | { readonly kind: 'close'; readonly code: number }

/** Makes what a handler may say instead of the cloud's own answer. */
export const reply = {
  /**
   * Refuses the request with a server code, in the field the service uses for it (`rsp_head.code`, `code`, `result`).
   *
   * @example cloud.use(liveroom('LoginRoomReq', () => reply.code(1105)))
   */
  code: (code: number, message = ''): ReplyToAny => ({ kind: 'code', code: whole(code), message }),

  /**
   * Gives the cloud's own answer, changed. The request takes effect in the cloud's state as usual.
   *
   * @example cloud.use(liveroom('LoginRoomReq', () => reply.with((answer) => { answer.tokenRemainTime = 33 })))
   */
  with<Answer>(change: (answer: Answer) => void): Reply<Answer> {
    if (typeof change === 'function') return { kind: 'with', change }
    throw new TypeError(`reply.with takes a function that changes the answer, not ${shown(change)}.`)
  },

  /** Never answers. The request takes no effect in the cloud's state. */
  silence: (): ReplyToAny => ({ kind: 'silence' }),

  /**
   * Gives an answer that nobody can read, or under a command that nobody knows. The request takes no effect.
   *
   * @throws {TypeError} for another part
   */
  broken(part: BrokenPart): ReplyToAny {
    if (brokenParts.includes(part)) return { kind: 'broken', part }
    throw new TypeError(`reply.broken takes '${brokenParts.join("' or '")}', not ${JSON.stringify(part)}.`)
  },

  /** Answers with AccessHub's PushException{txid}, which fails the frame that carried the request. */
  exception: (reason: number): ReplyToAny => ({ kind: 'exception', reason: whole(reason) }),

  /** Closes the WebSocket that carried the request, by default as a server that goes away does (1011). */
  close: (code = 1011): ReplyToAny => ({ kind: 'close', code: whole(code) }),
}

/** A reply as receipts and stories name it: `code 1105`, `silence`. */
export const inWords = (given: Reply): string =>
  given.kind === 'code' || given.kind === 'close' ? `${given.kind} ${given.code}` : given.kind

function whole(code: number): number {
  if (Number.isInteger(code) && code >= 0 && code <= 0x7fffffff) return code
  throw new RangeError(`A code is a whole number from 0 to 2147483647, not ${String(code)}`)
}
