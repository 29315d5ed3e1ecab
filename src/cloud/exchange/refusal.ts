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

  constructor(code: number, text: string, details?: object) {
    super(text)
    this.code = code
    this.details = details
  }
}
