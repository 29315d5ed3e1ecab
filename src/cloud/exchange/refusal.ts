import type { Judge } from './journal.ts'

/**
 * Thrown by any answer of the cloud to refuse its request. The desk turns it into the answer that the service refuses with,
 * so it never leaves the cloud.
 *
 * @example throw new Refusal(refused.noSuchTask, `no task ${id} runs`)
 */
export class Refusal extends Error {
  override name = 'Refusal'
  /** The server code, in the field that the service uses for it (`rsp_head.code`, `code`, `result`). */
  readonly code: number
  /** Other fields of the answer. */
  readonly details: object | undefined
  /** Who decided it, where that was not the state of the cloud. */
  readonly judgedBy: Judge | undefined

  constructor(code: number, text: string, details?: object, judgedBy?: Judge) {
    super(text)
    this.code = code
    this.details = details
    this.judgedBy = judgedBy
  }

  /** A refusal because of what another client did. */
  static byClients(code: number, text: string): Refusal {
    return new Refusal(code, text, undefined, 'clients')
  }
}
