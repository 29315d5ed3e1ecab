import type { Layer } from '../exchange/defect.ts'

/** A relayed call once the service behind the link has read it, whatever its messages are written in. */
export interface Opened {
  readonly layer: Layer
  readonly name: string
  readonly message: object
  /** What its answer is called in the journal. */
  readonly answerName: string
  /** Room it is about, where it is about one. */
  readonly room?: string
  /** The service's own answer. Calling it changes the service's state. */
  readonly answer: () => object
  /** The answer that carries a refusal. */
  readonly refusal: (code: number, text: string, details?: object) => object
  readonly encode: (answer: object) => Uint8Array
}
