import type { Unhandled } from '../../src/observe/unhandled.ts'

/**
 * Demands that the sample app answered every code which the SDK told it.
 *
 * @throws when one was left unanswered
 */
export function demandAnswered(unhandled: readonly Unhandled[]): void {
  if (unhandled.length === 0) return
  const list = unhandled.map(
    ({ code, via, heard }) => `  ${code} via ${via}${heard ? '' : ', which nobody heard'}`,
  )
  throw new Error(`The app was told, and showed nothing:\n${list.join('\n')}`)
}
