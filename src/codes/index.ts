/**
 * The 232 documented result codes as data: looked up, searched, explained.
 *
 * @module zego-fault-harness/codes
 */
import { copyrightedMusic } from './copyrighted-music.ts'
import { debugging } from './debugging.ts'
import { device } from './device.ts'
import { general } from './general.ts'
import { messaging } from './messaging.ts'
import { mixer } from './mixer.ts'
import { playerPlugin } from './player-plugin.ts'
import { playing } from './playing.ts'
import { publishing } from './publishing.ts'
import { room } from './room.ts'
import { nearMisses } from './search/near-misses.ts'
import { rank } from './search/search.ts'
import { UnknownCode } from './unknown-code.ts'

export { type Need, needs, playerVersion } from './needs.ts'
export type { CodeRow, DocumentedChannel, Limit, Section, SectionRows } from './row.ts'
export { UnknownCode } from './unknown-code.ts'
export { type Evidence, evidenceClasses, type Reaction, reactions } from './vocabulary.ts'

/** The sections of the documentation, in its order. */
export const sections = [
  general,
  debugging,
  room,
  publishing,
  playing,
  mixer,
  device,
  messaging,
  copyrightedMusic,
  playerPlugin,
] as const

/** One documented row, its number known to the compiler. */
export type DocumentedRow = (typeof sections)[number]['rows'][number]

/** Every documented number: a wrong one does not compile where this type is asked for. */
export type Code = DocumentedRow['code']

/** All documented rows, in the order of the documentation. */
export const codes: readonly DocumentedRow[] = sections.flatMap(
  (section): readonly DocumentedRow[] => section.rows,
)

const byCode: ReadonlyMap<number, DocumentedRow> = new Map(codes.map((row) => [row.code, row]))

/** Whether the documentation lists this number. */
export function isDocumented(code: number): code is Code {
  return byCode.has(code)
}

/**
 * The documented row of a result code.
 *
 * @throws {UnknownCode} with the numbers that look alike, when the documentation does not list the code
 * @example lookup(1006006).advice
 */
export function lookup(code: number): DocumentedRow {
  const row = byCode.get(code)
  if (row) return row
  const alike = nearMisses(code, [...byCode.keys()]).flatMap((number) => byCode.get(number) ?? [])
  throw new UnknownCode(code, alike, codes.length)
}

/**
 * Rows in which every one of the words occurs, best match first. A word may be a code or its beginning, an SDK name or its
 * beginning, a word of the text in English, or any part of it in Chinese; case does not matter. No words at all match every row.
 *
 * @example search('camera unplugged')
 */
export function search(words: string): readonly DocumentedRow[] {
  return rank(words, codes)
}
