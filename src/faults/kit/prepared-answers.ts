import type { Cloud } from '../../cloud/cloud.ts'
import { inWords, type Reply } from '../../cloud/exchange/reply.ts'
import type { Handler } from '../../cloud/handlers.ts'
import type { Receipt } from './receipt.ts'

/** Answers that wait for a request of the SDK. */
export class PreparedAnswers {
  readonly #cloud: Cloud
  readonly #undo: (() => void)[] = []

  constructor(cloud: Cloud) {
    this.#cloud = cloud
  }

  /** @returns a receipt that counts how often the request was met; a test that ends with none fails */
  add(fault: string, handler: Handler, answer: Reply, details: object = {}): Receipt {
    this.#undo.push(this.#cloud.use(handler))
    return {
      fault,
      means: 'wire',
      at: Date.now(),
      evidence: {
        ...details,
        request: handler.name,
        reply: inWords(answer),
        get met() {
          return handler.given.length
        },
      },
    }
  }

  /** The cloud answers by itself again. What a test gave to `cloud.use` stays. */
  restore(): void {
    for (const undo of this.#undo.splice(0)) undo()
  }
}
