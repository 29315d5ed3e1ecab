import { type CodeRow, codes, isDocumented, lookup, UnknownCode } from '../../codes/index.ts'
import type { Ledger, LedgerRow, Problem } from '../ledger.ts'
import {
  losses,
  proofsFile,
  proofsIn,
  type RecordedProofs,
  recordedProofsFile,
} from '../proofs/recorded-proofs.ts'
import { forcedTags, isTagged, noCodeTag, type Scenario, taggedCodes } from '../run/ran.ts'
import type { Contradiction } from './verdict.ts'

/** What is wrong with the scenarios themselves: tags that name no row, attachments that are missing or unreadable. */
export function scenarioProblems(scenarios: readonly Scenario[]): readonly Problem[] {
  return scenarios.flatMap((scenario) => [
    ...unknownTags(scenario),
    ...untagged(scenario),
    ...attachmentProblems(scenario),
  ])
}

/** The claim of a row that what ran does not bear out. */
export function claimProblem(
  row: CodeRow,
  kind: Contradiction,
  seen: LedgerRow['channels']['seen'],
  scenarios: readonly Scenario[],
): Problem {
  const file = `src/codes/${row.section}.ts`
  const where = seen.length > 0 ? `on ${seen.join(', ')}` : 'nowhere'
  const ran = scenarios.map(({ id }) => id).join('; ')
  const stories: Record<Contradiction, string> = {
    'not-surfaced':
      `${row.code} is '${row.evidence}' in ${file}, but what ran surfaced it ${where}` +
      `${seen.length > 0 ? ', which no app can see' : ''} (forced codes do not count). Ran: ${ran}. ` +
      'Make a scenario surface it, or correct the evidence of the row.',
    'surfaces-now':
      `${row.code} is '${row.evidence}' in ${file}, but it surfaced ${where}. Ran: ${ran}. ` +
      `The row understates this SDK: set its evidence to 'reproduced' or 'surfaced-otherwise', and its drift note right.`,
    'still-untested':
      `${row.code} is 'untested' in ${file}, but a scenario for it passed and surfaced it ${where}. Ran: ${ran}. ` +
      `Set the row's evidence to ${seen.length > 0 ? `'reproduced' or 'surfaced-otherwise'` : `'superseded' or 'not-on-web'`}.`,
  }
  return { kind, code: row.code, scenarios: scenarios.map(({ id }) => id), message: stories[kind] }
}

/** That a run proves less of the rows than is recorded. */
export function proofProblems(
  recorded: RecordedProofs,
  ledger: Pick<Ledger, 'rows' | 'scenarios'>,
  which: 'scenarios' | 'controls',
): readonly Problem[] {
  const changed = losses(recorded, proofsIn(ledger), which)
  if (changed.length === 0) return []
  const message =
    `This run does not prove what ${recordedProofsFile} says it does, in ${changed.length} point(s):\n` +
    `${changed.map((line) => `  ${line}`).join('\n')}\n` +
    `A scenario or a claim was lost: bring it back. Where it is meant to go, record what is left: ` +
    `copy ${proofsFile} from the folder of the report to ${recordedProofsFile} ` +
    `(in this repository npx tsx scripts/accept-proofs.ts, which writes the numbers of the READMEs, too).`
  return [{ kind: 'proofs-differ', code: null, scenarios: [], message }]
}

function unknownTags({ id, tags }: Scenario): readonly Problem[] {
  return [...taggedCodes(tags), ...forcedTags(tags)]
    .filter((code) => !isDocumented(code))
    .map((code) => ({
      kind: 'unknown-code',
      code,
      scenarios: [id],
      message: `Tag @${code} of ${id} names no documented code. ${alike(code)}Correct the tag.`,
    }))
}

function untagged({ id, tags }: Scenario): readonly Problem[] {
  if (isTagged(tags)) return []
  const message =
    `${id} has no tag of a row, so no row can count it. Tag it with its code, such as @${codes.at(-1)?.code}, ` +
    `or with ${noCodeTag} when it is about none.`
  return [{ kind: 'untagged', code: null, scenarios: [id], message }]
}

function attachmentProblems({ id, runs }: Scenario): readonly Problem[] {
  const about = { code: null, scenarios: [id] }
  const unreadable = runs.find((run) => run.unreadable)?.unreadable
  if (unreadable) return [{ kind: 'unreadable-attachment', ...about, message: `${id}: ${unreadable}` }]
  if (runs.some((run) => run.outcome === 'passed' && !run.record))
    return [
      {
        kind: 'no-attachment',
        ...about,
        message:
          `${id} passed but left no record, so nobody can say what it saw. Import test from our fixtures, ` +
          'or merge with them, and use the page that they give.',
      },
    ]
  if (runs.some((run) => run.record?.injection === 'off'))
    return [
      {
        kind: 'injection-off',
        ...about,
        message:
          `${id} ran with faultInjection: 'off': its faults were not made, so it proves nothing here. ` +
          'Run the controls with the controls reporter, and the ledger with faultInjection on.',
      },
    ]
  return []
}

function alike(code: number): string {
  try {
    lookup(code)
  } catch (error) {
    if (!(error instanceof UnknownCode)) throw error
    const numbers = error.nearMisses.map((row) => row.code)
    if (numbers.length > 0) return `Did you mean ${numbers.join(' or ')}? `
  }
  return ''
}
