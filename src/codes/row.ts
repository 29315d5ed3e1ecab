import type { Need } from './needs.ts'
import type { Takes } from './takes.ts'
import type { Evidence, Reaction } from './vocabulary.ts'

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
type Thousand<Prefix extends number> = `${Prefix}${Digit}${Digit}${Digit}`

/** The numbers that the documentation sets aside for each of its sections. */
interface Numbers {
  general: '0' | Thousand<1000 | 1100>
  debugging: Thousand<1001 | 1101>
  room: Thousand<1002 | 1102>
  publishing: Thousand<1003 | 1103>
  playing: Thousand<1004 | 1104>
  mixer: Thousand<1005>
  device: Thousand<1006 | 1106>
  messaging: Thousand<1009 | 1109>
  'copyrighted-music': Thousand<1017>
  'player-plugin': `10000${Digit}`
}

/** A section of the documentation. */
export type Section = keyof Numbers

/**
 * A public channel that the documentation or the SDK's declarations name for a code: one API or event, or the kind
 * alone where no name is given. Every value is also a channel that an observation can be matched against.
 */
export type DocumentedChannel = 'api' | 'event' | 'console' | `${'api' | 'event'}:${string}`

/** A number that the documentation states about one input, or about a quantity the SDK or the cloud watches. */
export interface Limit {
  /** The parameter or quantity, spelled as the SDK spells it where it is a parameter. */
  readonly of: string
  /** What the numbers count. */
  readonly unit: 'bytes' | 'characters' | 'items' | 'seconds' | 'per second' | 'level'
  /** Smallest value allowed. */
  readonly min?: number
  /** Largest value allowed. */
  readonly max?: number
  /** Smallest value refused, where the documentation says "less than". */
  readonly lessThan?: number
}

/** What a section file states about one code. */
export interface RowText {
  /** The constant's identifier in the SDK's declarations or tables, as spelled there. */
  readonly name?: string
  /** What happened, in English: at most 80 characters, no full stop. */
  readonly title: string
  /** What happened, in Chinese. */
  readonly titleZh: string
  /** What leads to it. */
  readonly cause: string
  readonly reaction: Reaction
  /** What an app developer should do about it: one or two sentences. */
  readonly advice: string
  /** Where the code is documented to reach an app; what was really seen stands in the ledger. */
  readonly channels: readonly [DocumentedChannel, ...DocumentedChannel[]]
  readonly evidence: Evidence
  /** The documented codes that this SDK gives in place of a superseded one. */
  readonly instead?: readonly number[]
  /** How this SDK version differs from its documentation. */
  readonly drift?: string
  /** What was looked for in the SDK and not found, where a row claims that nothing in it gives the code. */
  readonly sought?: string
  /**
   * Why no scenario bears the row out today. Whoever says so is held to it: a run that bears the row out after all fails as
   * well as one that loses a row without such an excuse.
   */
  readonly unproven?: string
  /** What its scenarios need that cannot be installed; without it they are skipped, and the row is not judged. */
  readonly needs?: Need
  readonly limits?: readonly Limit[]
  /** How long it takes, where a test does not wait so long by default. */
  readonly takes?: Takes
}

/** One row of the documentation, in our own words. */
export interface CodeRow extends RowText {
  /** The number, as the documentation has it. */
  readonly code: number
  /** The section of the documentation that lists it. */
  readonly section: Section
}

/** A section with its rows, in ascending order of code. */
export interface SectionRows<Id extends Section = Section, Code extends number = number> {
  /** The name by which it is asked for, such as `device`. */
  readonly id: Id
  /** Its title, in our words. */
  readonly title: string
  /** Its title in Chinese. */
  readonly titleZh: string
  /** Its codes, in ascending order. */
  readonly rows: readonly (CodeRow & { readonly code: Code; readonly section: Id })[]
}

/**
 * Declares a section of the documentation. A code given twice, or one whose number belongs to another section, does
 * not compile; so no code can stand in two sections.
 *
 * @example
 * export const device = defineSection('device', 'Devices', '设备', { 1006006: { title: 'A device was unplugged', … } })
 */
export function defineSection<Id extends Section, Code extends number>(
  id: Id,
  title: string,
  titleZh: string,
  rows: { readonly [C in Code]: `${C}` extends Numbers[Id] ? RowText : never },
): SectionRows<Id, Code> {
  const entries: [string, RowText][] = Object.entries(rows)
  return {
    id,
    title,
    titleZh,
    rows: entries.map(([code, row]) => ({ code: Number(code) as Code, section: id, ...row })),
  }
}
