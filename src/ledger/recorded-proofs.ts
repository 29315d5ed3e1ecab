import type { Means } from '../faults/kit/receipt.ts'
import type { Where } from '../observe/claim.ts'
import type { ControlOutcome } from './controls.ts'
import type { Ledger, LedgerRow } from './ledger.ts'
import { isHeard } from './proofs.ts'
import { readIfThere } from './read-if-there.ts'
import { check, isArrayOf, isObject, isOneOf, isRecordOf } from './shape.ts'
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

/** By code; a row that nothing bears out is not among them. */
export type RecordedProofs = Readonly<Record<string, RecordedProof>>

/** Where a project keeps what a run of all its scenarios is known to prove, relative to the configuration. */
export const recordedProofsFile = 'scenarios/proofs.json'

/** Name of the file in the report's folder: what the last run proved, in the same form. */
export const proofsFile = 'proofs.json'

const shape = isRecordOf(
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
)

/**
 * What is recorded; undefined where no such file is.
 *
 * @throws {Error} when the file is there but holds something else
 */
export function readRecordedProofs(file: string): RecordedProofs | undefined {
  const text = readIfThere(file)
  if (text === undefined) return undefined
  const value: unknown = JSON.parse(text)
  const wrong = check('', value, shape)
  if (wrong)
    throw new Error(`${file} cannot be read: ${wrong}. Put the ${proofsFile} of a whole run in its place.`)
  return value as RecordedProofs
}

/** What a ledger would have recorded. */
export function proofsIn({ rows }: Pick<Ledger, 'rows'>): RecordedProofs {
  const proven = rows.filter(({ verdict }) => verdict === 'backed')
  return Object.fromEntries(proven.map((row) => [row.code, inBrief(row)]))
}

/** As the file has it: one row a line, so that a change of one row is a change of one line. */
export function proofsText(proofs: RecordedProofs): string {
  const lines = Object.entries(proofs).map(([code, proof]) => `  "${code}": ${JSON.stringify(proof)}`)
  return `{\n${lines.join(',\n')}\n}\n`
}

/**
 * What a run proves less or more than is recorded, a line for each row; empty when it is the same.
 *
 * @param which the proofs of the scenarios, or what the controls say of them
 */
export function differences(
  recorded: RecordedProofs,
  found: RecordedProofs,
  which: 'scenarios' | 'controls',
): readonly string[] {
  const codes = [...new Set([...Object.keys(recorded), ...Object.keys(found)])].sort(
    (a, b) => Number(a) - Number(b),
  )
  return codes.flatMap((code) => {
    const [before, now] = [recorded[code], found[code]]
    if (!before || !now)
      return which === 'controls'
        ? []
        : [`${code}: ${before ? 'borne out before, not now' : 'borne out now, not before'}`]
    const keys = (Object.keys(before) as (keyof RecordedProof)[]).filter(
      (key) => (key === 'control') === (which === 'controls'),
    )
    const changed = keys.filter((key) => comparable(before, key) !== comparable(now, key))
    const words = changed.map((key) => `${key} ${word(before[key])}, now ${word(now[key])}`)
    return words.length > 0 ? [`${code}: ${words.join('; ')}`] : []
  })
}

/** Of who judged, the most telling one: in which order the others are met differs from run to run. */
function comparable(proof: RecordedProof, key: keyof RecordedProof): string {
  if (key !== 'situation') return String(proof[key])
  return judges.find((judge) => proof.situation.includes(judge)) ?? 'nobody'
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
