import { codes } from '../codes/index.ts'
import type { Ran } from './run/ran.ts'

/** A code after which an app showed nothing, and where that was seen. */
export interface UnhandledCode {
  readonly code: number
  readonly title: string
  /** Channels that told it, each with whether code of the app got it. */
  readonly told: readonly { readonly via: string; readonly heard: boolean }[]
  /** Ids of the tests. */
  readonly tests: readonly string[]
}

/** The codes that surfaced in the runs and to which the app showed no reaction at all, by number. */
export function unhandledCodes(runs: readonly Ran[]): readonly UnhandledCode[] {
  const all = runs.flatMap(({ id, record }) =>
    (record?.unhandled ?? []).map(({ code, via, heard }) => ({ id, code, via, heard })),
  )
  const numbers = [...new Set(all.map(({ code }) => code))].toSorted((a, b) => a - b)
  return numbers.map((code) => {
    const those = all.filter((each) => each.code === code)
    const vias = [...new Set(those.map(({ via }) => via))]
    return {
      code,
      title: codes.find((row) => row.code === code)?.title ?? 'Not in the documentation',
      told: vias.map((via) => ({ via, heard: those.some((each) => each.via === via && each.heard) })),
      tests: [...new Set(those.map(({ id }) => id))],
    }
  })
}

/** The same in words, line by line. */
export function unhandledInWords(unhandled: readonly UnhandledCode[]): readonly string[] {
  if (!unhandled.length) return []
  return [
    '',
    `Codes after which the app showed nothing in time: ${unhandled.length}`,
    ...unhandled.flatMap(({ code, title, told, tests }) => [
      `  ${code}  ${title}`,
      ...told.map((each) => `      ${unhandledBy(each)}`),
      ...tests.map((id) => `      in ${id}`),
    ]),
  ]
}

/** Which channel told a code, and whether code of the app got it. */
export function unhandledBy({ via, heard }: UnhandledCode['told'][number]): string {
  return `${via}: ${heard ? 'the app got it' : unheard(via)}`
}

function unheard(via: string): string {
  if (via.startsWith('event:')) return 'nobody listens'
  return via.startsWith('pageerror:') ? 'an uncaught error' : 'nobody catches it'
}

/** The same as one line. */
export function unhandledInBrief(unhandled: readonly UnhandledCode[]): readonly string[] {
  if (!unhandled.length) return []
  return ['', `Codes after which the app showed nothing: ${unhandled.map(({ code }) => code).join(', ')}`]
}
