import type { Handler, Request } from '../handlers.ts'
import type { Layer } from './defect.ts'
import type { Journal } from './journal.ts'
import { type BrokenPart, inWords, type Reply } from './reply.ts'

/** One request and the ways it can be answered; each service makes them for its own messages. */
export interface Exchange<Answer extends object = object> extends Request {
  readonly layer: Layer
  readonly name: string
  /** The cloud's own answer. Calling it changes the cloud's state. */
  readonly answer: () => Answer
  /** The answer that carries a refusal. */
  readonly refusal: (code: number, message: string) => Answer
  readonly send: (answer: Answer) => void
  /** Sends an answer that cannot be understood. */
  readonly sendBroken: (part: BrokenPart) => void
  /** Leaves the request to the service that it is carried to, in place of `send(answer())`. */
  readonly forward?: () => void
  /** Fails the frame that carried the request. */
  readonly exception: (reason: number) => void
  /** Closes the socket that carried the request. */
  readonly close: (code: number) => void
}

/** What every service of one cloud shares: the handlers of the test, the journal, and where defects go. */
export class Desk {
  readonly journal: Journal
  readonly handlers: Handler[] = []
  readonly #report: (error: unknown) => void

  constructor(journal: Journal, report: (error: unknown) => void) {
    this.journal = journal
    this.#report = report
  }

  /** Runs what a client caused; whatever it throws is a defect of that client, never a crash of the cloud. */
  guard(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#report(error)
    }
  }

  /** What the handlers of a request say; nothing when it has no handler, so that it can be answered at once. */
  ask(layer: Layer, name: string, request: Request): Promise<Reply | undefined> | undefined {
    const candidates = this.handlers.filter((handler) => handler.layer === layer && handler.name === name)
    return candidates.length ? firstReply(candidates, request) : undefined
  }

  /** Answers a request: by the newest handler that has a reply, else as the cloud does. */
  answer<Answer extends object>(exchange: Exchange<Answer>): void {
    const { layer, name, message, user, room } = exchange
    const asking = this.ask(layer, name, exchange)
    if (!asking) {
      this.journal.record({ direction: 'in', layer, name, message, user, room })
      return give(exchange, undefined)
    }
    asking.then((reply) => {
      const handled = reply && inWords(reply)
      this.journal.record({ direction: 'in', layer, name, message, user, room, handled })
      this.guard(() => give(exchange, reply))
    }, this.#report)
  }
}

async function firstReply(candidates: Handler[], request: Request): Promise<Reply | undefined> {
  for (const handler of candidates) {
    const reply = await handler.resolve(request)
    if (reply) return reply
  }
  return undefined
}

function give<Answer extends object>(exchange: Exchange<Answer>, reply: Reply | undefined): void {
  switch (reply?.kind) {
    case undefined:
      return exchange.forward ? exchange.forward() : exchange.send(exchange.answer())
    case 'code':
      return exchange.send(exchange.refusal(reply.code, reply.message))
    case 'with': {
      const answer = exchange.answer()
      reply.change(answer as never)
      return exchange.send(answer)
    }
    case 'silence':
      return
    case 'broken':
      return exchange.sendBroken(reply.part)
    case 'exception':
      return exchange.exception(reply.reason)
    case 'close':
      return exchange.close(reply.code)
  }
}
