import type { JudgedRow } from '../build-ledger.ts'
import type { LedgerRow, LedgerRun, Problem } from '../ledger.ts'
import { makesSituation, wasForced } from '../proofs/situation.ts'
import { forcedTags, type Scenario, taggedCodes } from '../run/ran.ts'

/** What a project that answers for every documented row is held to, beyond what contradicts a row. */
export function demandProblems(
  judged: readonly JudgedRow[],
  scenarios: readonly Scenario[],
  { whole }: Pick<LedgerRun, 'whole'>,
): readonly Problem[] {
  return [...judged.flatMap((each) => rowProblem(each, whole) ?? []), ...scenarios.flatMap(tagProblems)]
}

function rowProblem({ row, othersExist, problem }: JudgedRow, whole: boolean): Problem | undefined {
  const { code, section, evidence, verdict, unproven, missing, scenarios } = row
  const file = `src/codes/${section}.ts`
  const about = { code, scenarios }
  if (problem) return undefined
  if (unproven !== null) {
    if (verdict !== 'backed') return undefined
    const message = `${code} says in ${file} that nothing bears it out, but this run does (${row.backing.join('; ')}). Take its 'unproven' away.`
    return { kind: 'proven-now', ...about, message }
  }
  if (verdict === 'not-run') {
    if (!whole || evidence === 'untested') return undefined
    const message = `${code} is '${evidence}' in ${file}, but no scenario is about it any more. Bring its scenario back, or say in 'unproven' why there is none.`
    return { kind: 'no-scenario', ...about, message }
  }
  if (verdict !== 'unproven' || othersExist || missing.every((what) => what.includes(' to pass (')))
    return undefined
  return { kind: 'unproven', ...about, message: lacking(row, file) }
}

function lacking({ code, evidence, missing, scenarios }: LedgerRow, file: string): string {
  return (
    `${code} is '${evidence}' in ${file}, but what ran does not bear it out. Missing: ${missing.join('; and ')}. ` +
    `Ran: ${scenarios.join('; ')}. Add it to a scenario, or say in the row's 'unproven' why it cannot be had.`
  )
}

/** Every tag is a promise: the scenario makes the code's situation and claims something of the code. */
function tagProblems(scenario: Scenario): readonly Problem[] {
  const { id, tags, outcome, runs } = scenario
  const { record } = runs[0]
  if (outcome !== 'passed' || record?.injection !== 'on') return []
  return [
    ...taggedCodes(tags).flatMap((code): readonly Problem[] => {
      const about = { code, scenarios: [id] }
      if (wasForced(code, record)) {
        const beside = record.receipts.some(makesSituation)
        const message =
          `${id} forces ${code}, which proves nothing of the row ${code}` +
          `${beside ? ' and hides what its other faults prove' : ''}. Missing: a fault that makes the documented situation. ` +
          `Where only the app's answer to the number is meant, give it a test of its own, tagged @forced:${code} instead of @${code}.`
        return [{ kind: 'only-forced', ...about, message }]
      }
      if (record.claims.some((claim) => claim.code === code && claim.passed)) return []
      const message =
        `${id} is tagged @${code} but claims nothing of ${code}. Missing: await expect(zego).toSurface(${code}, …), or ` +
        `await expect(zego).not.toSurface(${code}) where this SDK answers with something else. Add it, or drop the tag.`
      return [{ kind: 'claims-nothing', ...about, message }]
    }),
    ...forcedTags(tags)
      .filter((code) => !wasForced(code, record))
      .map((code): Problem => {
        const message = `${id} is tagged @forced:${code} but does not force ${code}. Tag it @${code} when it makes the situation, or drop the tag.`
        return { kind: 'only-forced', code, scenarios: [id], message }
      }),
  ]
}
