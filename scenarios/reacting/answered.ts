import type { Unhandled } from '../../src/observe/unhandled.ts'

/** Codes on which the sample app says nothing in a test, each with the reason why that is right. */
export type Silences = ReadonlyMap<number, string>

/**
 * Demands that the app answered every code which the SDK told it, but for those that it has a reason to be silent on.
 *
 * @throws when one was left unanswered; or when the app does answer what a test says it is silent on
 */
export function demandAnswered(unhandled: readonly Unhandled[], silences: Silences): void {
  const left = unhandled.filter(({ code }) => !silences.has(code))
  const list = left.map(
    ({ code, via, heard }) => `  ${code} via ${via}${heard ? '' : ', which nobody heard'}`,
  )
  if (left.length > 0)
    throw new Error(
      `The app was told, and showed nothing:\n${list.join('\n')}\n` +
        'Show it. Where silence is right, say why: app.isSilentOn(code, reason).',
    )
  const told = [...silences.keys()].filter((code) => !unhandled.some((each) => each.code === code))
  if (told.length > 0)
    throw new Error(
      `The app is said to be silent on ${told.join(', ')}, and is not: take out app.isSilentOn(…).`,
    )
}
