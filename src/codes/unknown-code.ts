import { otherProduct } from './other-products.ts'
import type { CodeRow } from './row.ts'

/** A number was looked up that the documentation does not list. */
export class UnknownCode extends Error {
  override name = 'UnknownCode'
  /** The number that was looked up. */
  readonly code: number
  /** Documented rows whose numbers look alike, closest first; may be empty. */
  readonly nearMisses: readonly CodeRow[]

  constructor(code: number, nearMisses: readonly CodeRow[], documented: number) {
    const alike = nearMisses.map((row) => `  ${row.code} ${row.title}`)
    super(
      otherProduct(code) ??
        [
          `${code} is not one of the ${documented} documented result codes.`,
          ...(alike.length > 0
            ? ['Documented numbers that look alike:', ...alike]
            : ['No documented number looks like it.']),
          'If you typed it, correct it, or find the row by words: npx zego-faults codes camera unplugged.',
          'If the SDK gave it, the code is undocumented: assert the bare number, there is no row to explain it.',
        ].join('\n'),
    )
    this.code = code
    this.nearMisses = nearMisses
  }
}
