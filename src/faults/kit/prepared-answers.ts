import type { Cloud } from '../../cloud/cloud.ts'
import { demandFields } from '../../cloud/exchange/demand.ts'
import type { Handler, HandlerOptions } from '../../cloud/exchange/handler.ts'
import { inWords, type Reply } from '../../cloud/exchange/reply.ts'
import { type Injection, injected } from './receipt.ts'

/** @throws {TypeError} for an option that there is not: an answer that was meant once would stay */
export function onceOf(what: string, options: HandlerOptions): boolean {
  demandFields(what, options, ['once'])
  return options.once ?? false
}

/** Answers that wait for a request of the SDK. */
export class PreparedAnswers {
  readonly #cloud: Cloud
  readonly #undo = new Set<() => void>()

  constructor(cloud: Cloud) {
    this.#cloud = cloud
  }

  /**
   * @returns a receipt that counts how often the request was met; a test that ends with none fails
   * @throws {TypeError} for an answer that `reply` did not make: the request would get none
   */
  add(handler: Handler, answer: Reply, details: object = {}): Injection {
    if (typeof answer?.kind !== 'string')
      throw new TypeError(`An answer is made by reply, such as reply.code(1105); ${String(answer)} is none.`)
    const undo = this.#cloud.use(handler)
    this.#undo.add(undo)
    const evidence = {
      ...details,
      request: handler.name,
      reply: inWords(answer),
      get met() {
        return handler.given.length
      },
    }
    return injected({ means: 'wire', evidence, undo })
  }

  /** The cloud answers by itself again. What a test gave to `cloud.use` stays. */
  restore(): void {
    for (const undo of this.#undo) undo()
    this.#undo.clear()
  }
}
