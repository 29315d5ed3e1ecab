import type { Means } from '../../faults/kit/receipt.ts'
import type { Where } from '../../observe/claim.ts'
import type { ControlOutcome } from '../controls/controls.ts'
import type { Ledger, LedgerRow } from '../ledger.ts'
import { readJsonIfThere } from '../read-if-there.ts'
import { check, isArrayOf, isObject, isOneOf, isRecordOf } from '../shape.ts'
import { isHeard } from './proofs.ts'
import { judges, type SituationJudge } from './situation.ts'

/** What is recorded of a row that is borne out: its six proofs, in brief. */
export interface RecordedProof {
  /** How many scenarios bear it out. */
  readonly scenarios: number
  readonly situation: readonly SituationJudge[]
  readonly means: Means | null
  readonly clock: boolean
  readonly channel: boolean
  readonly reaction: Where | null
  readonly recovery: boolean
  readonly control: ControlOutcome
}

/** What a run of all scenarios proves, in brief. */
export interface RecordedProofs {
  /** By code; a row that nothing bears out is not among them. */
  readonly rows: Readonly<Record<string, RecordedProof>>
  /** How many scenarios of a file passed, those about no row among them. */
  readonly files: Readonly<Record<string, number>>
}

/** Where a project keeps what a run of all its scenarios is known to prove, relative to the configuration. */
export const recordedProofsFile = 'scenarios/proofs.json'

/** Name of the file in the report's folder: what the last run proved, in the same form. */
export const proofsFile = 'proofs.json'

const shape = isObject({
  rows: isRecordOf(
    isObject({
      scenarios: 'number',
      situation: isArrayOf(isOneOf(new RegExp(`^(${judges.join('|')})$`))),
      'means?': isOneOf(/^(real|wire|patched)$/),
      clock: 'boolean',
      channel: 'boolean',
      'reaction?': isOneOf(/^(app|bare-page)$/),
      recovery: 'boolean',
      control: isOneOf(/^(red|green|wrong-reason|exempt|not-run)$/),
    }),
  ),
  files: isRecordOf('number'),
})

/**
 * What is recorded; undefined where no such file is.
 *
 * @throws {Error} when the file is there but holds something else
 */
export function readRecordedProofs(file: string): RecordedProofs | undefined {
  const remedy = `Put the ${proofsFile} of a whole run in its place.`
  const value = readJsonIfThere(file, remedy)
  if (value === undefined) return undefined
  const wrong = check('', value, shape)
  if (wrong) throw new Error(`${file} cannot be read: ${wrong}. ${remedy}`)
  return value as RecordedProofs
}

/** What a ledger would have recorded: nothing of what not every run has. */
export function proofsIn({ rows, scenarios }: Pick<Ledger, 'rows' | 'scenarios'>): RecordedProofs {
  const proven = rows.filter(({ verdict, needs }) => verdict === 'backed' && !needs)
  const needy = rows.filter(({ needs }) => needs).map(({ code }) => code)
  const files: Record<string, number> = {}
  for (const { file, outcome, codes } of scenarios)
    if (outcome === 'passed' && !codes.some((code) => needy.includes(code)))
      files[file] = (files[file] ?? 0) + 1
  return { rows: Object.fromEntries(proven.map((row) => [row.code, inBrief(row)])), files }
}

/** As the file has it: one row or file a line, so that a change of one is a change of one line. */
export function proofsText({ rows, files }: RecordedProofs): string {
  return `{\n  "rows": ${lines(rows)},\n  "files": ${lines(files)}\n}\n`
}

function lines(entries: Readonly<Record<string, unknown>>): string {
  const each = Object.entries(entries).map(
    ([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  )
  return each.length > 0 ? `{\n${each.join(',\n')}\n  }` : '{}'
}

/**
 * What a run proves less than is recorded, a line for each row and file; empty when it proves as much, or more.
 *
 * @param which the proofs of the scenarios, or what the controls say of them
 */
export function losses(
  recorded: RecordedProofs,
  found: RecordedProofs,
  which: 'scenarios' | 'controls',
): readonly string[] {
  const lost = lostRows(recorded.rows, found.rows, which)
  return which === 'controls' ? lost : [...lost, ...lostScenarios(recorded.files, found.files)]
}

function lostRows(
  recorded: RecordedProofs['rows'],
  found: RecordedProofs['rows'],
  which: 'scenarios' | 'controls',
): readonly string[] {
  return Object.entries(recorded).flatMap(([code, before]) => {
    const now = found[code]
    if (!now) return which === 'controls' ? [] : [`${code}: borne out before, not now`]
    const keys = (Object.keys(before) as (keyof RecordedProof)[]).filter(
      (key) => (key === 'control') === (which === 'controls'),
    )
    const lost = keys.filter((key) => rank(now, key) > rank(before, key))
    const words = lost.map((key) => `${key} ${word(before[key])}, now ${word(now[key])}`)
    return words.length > 0 ? [`${code}: ${words.join('; ')}`] : []
  })
}

function lostScenarios(recorded: RecordedProofs['files'], found: RecordedProofs['files']): readonly string[] {
  return Object.entries(recorded)
    .filter(([file, before]) => (found[file] ?? 0) < before)
    .map(([file, before]) => `${file}: scenarios ${before}, now ${found[file] ?? 0}`)
}

/** How little one proof says: the lower, the better. Of several judges the most telling one counts. */
function rank(proof: RecordedProof, key: keyof RecordedProof): number {
  const place = <T>(order: readonly T[], value: T) =>
    order.includes(value) ? order.indexOf(value) : order.length
  if (key === 'scenarios') return -proof.scenarios
  if (key === 'situation')
    return Math.min(judges.length, ...proof.situation.map((judge) => place(judges, judge)))
  if (key === 'means') return place<Means | null>(['real', 'wire', 'patched'], proof.means)
  if (key === 'reaction') return place<Where | null>(['app', 'bare-page'], proof.reaction)
  if (key === 'control') return place<ControlOutcome>(['red'], proof.control)
  return key === 'clock' ? Number(proof.clock) : Number(!proof[key])
}

function inBrief({ proofs, backing }: LedgerRow): RecordedProof {
  const { situation, means, clock, channels, reaction, recovery, control } = proofs
  const channel = isHeard(channels)
  return {
    scenarios: backing.length,
    situation,
    means,
    clock,
    channel,
    reaction,
    recovery: recovery.seen !== null,
    control,
  }
}

const word = (value: RecordedProof[keyof RecordedProof]): string => String(value ?? 'none') || 'none'
