import type { Layer } from './defect.ts'
import type { Awaitable, Exchange } from './exchange.ts'
import type { Handler, Request } from './handler.ts'
import type { Journal } from './journal.ts'
import { ownAnswer, whenThere } from './own-answer.ts'
import { inWords, type Reply } from './reply.ts'

/** Where every request of one cloud is answered: it has the handlers of the test, the journal, and where defects go. */
export class Desk {
  readonly journal: Journal
  readonly handlers: Handler[] = []
  readonly #report: (error: unknown) => void
  #isClosed = false

  constructor(journal: Journal, report: (error: unknown) => void) {
    this.journal = journal
    this.#report = report
  }

  /** Answers nothing any more, not even what a handler still ponders. */
  close(): void {
    this.#isClosed = true
  }

  /** Runs what a client caused; whatever it throws is a defect of that client, never a crash of the cloud. */
  guard(work: () => Awaitable<void>): void {
    try {
      const done = work()
      if (done instanceof Promise) done.catch(this.#report)
    } catch (error) {
      this.#report(error)
    }
  }

  /** Answers a request: by the newest handler that has a reply, else as the cloud does. */
  answer<Answer extends object, Place>(exchange: Exchange<Answer, Place>): void {
    const { layer, name, message, user, room } = exchange
    const asking = this.#ask(layer, name, exchange)
    this.guard(() =>
      whenThere(asking, (reply) => {
        const handled = reply && { handled: inWords(reply) }
        this.journal.record({ direction: 'in', layer, name, message, user, room, ...handled })
        if (!this.#isClosed) return give(exchange, reply)
      }),
    )
  }

  /** What the handlers of a request say; nothing at once when it has no handler. */
  #ask(layer: Layer, name: string, request: Request): Awaitable<Reply | undefined> {
    const candidates = this.handlers.filter((handler) => handler.layer === layer && handler.name === name)
    return candidates.length ? firstReply(candidates, request) : undefined
  }
}

async function firstReply(candidates: Handler[], request: Request): Promise<Reply | undefined> {
  for (const handler of candidates) {
    const reply = await handler.resolve(request)
    if (reply) return reply
  }
  return undefined
}

function give<Answer extends object, Place>(
  exchange: Exchange<Answer, Place>,
  reply: Reply | undefined,
): Awaitable<void> {
  switch (reply?.kind) {
    case undefined:
      return exchange.forward ? exchange.forward() : giveOwn(exchange)
    case 'code':
      return exchange.send(exchange.refusal(reply.code, reply.message))
    case 'with':
      return giveOwn(exchange, reply.change)
    case 'silence':
      return
    case 'broken':
      return exchange.sendBroken(reply.part)
    case 'exception':
      return exchange.exception(reply.reason)
    case 'close':
      return exchange.close(reply.code)
    default:
      return reply satisfies never
  }
}

function giveOwn<Answer extends object, Place>(
  exchange: Exchange<Answer, Place>,
  change?: (answer: never) => void,
): Awaitable<void> {
  return whenThere(ownAnswer(exchange), ({ answer, ...about }) => {
    change?.(answer as never)
    exchange.send(answer, about)
  })
}
