import type { CodeRow } from '../../codes/index.ts'
import { absences, inEveryRun, sightings } from '../proofs/proof.ts'
import type { Scenario } from '../run/ran.ts'
import { seenVias, surfacedPublicly } from './evidence.ts'

/** What a run says about the claim of a row. */
export const verdicts = {
  backed: 'What ran is what the row claims.',
  contradicted: 'What ran is not what the row claims.',
  unproven:
    'Scenarios of the row were selected, but they do not prove what it claims, or not all of them passed.',
  'needs-player': "Needs the vendor's player, which this run did not have: its scenarios were skipped.",
  'not-run': 'No scenario of the row was part of this run.',
} as const

export type Verdict = keyof typeof verdicts

/** How the claim of a row was contradicted. */
export type Contradiction = 'not-surfaced' | 'surfaces-now' | 'still-untested'

/** A run's judgement of one row. */
export interface Judgement {
  readonly verdict: Verdict
  readonly contradiction?: Contradiction
  /** What is missing for the row to be backed, for whoever writes the scenario; empty when it is backed. */
  readonly missing: readonly string[]
  /** Ids of the scenarios that bear out the claim, or a part of it. */
  readonly backing: readonly string[]
}

/** Which scenarios a row is held against. */
export interface Met {
  /** Those of this run that carry the row's tag. */
  readonly own: readonly Scenario[]
  /** All of this run: a code that no situation gives may surface in any of them. */
  readonly all: readonly Scenario[]
  /** Whether the row has scenarios that were not part of this run: these may be the ones that bear it out. */
  readonly othersExist: boolean
}

/**
 * Holds the claim of a row against the scenarios of a run. Only what passed, in a situation that was really made, counts:
 * a forced code, a skipped test and a test without a claim back nothing.
 */
export function judge(row: CodeRow, { own, all, othersExist }: Met): Judgement {
  const nothing = { missing: [], backing: [] }
  if (own.length === 0) return { verdict: 'not-run', ...nothing }
  if (row.needs && own.every(({ runs }) => runs.every((run) => run.lacks === row.needs)))
    return { verdict: `needs-${row.needs}`, ...nothing }
  const isGone = row.evidence === 'superseded' || row.evidence === 'not-on-web'
  if (isGone && all.some((scenario) => surfacedPublicly(row.code, scenario)))
    return { verdict: 'contradicted', contradiction: 'surfaces-now', ...nothing }
  const failed = own.filter(({ outcome }) => outcome !== 'passed')
  if (failed.length > 0)
    return {
      verdict: 'unproven',
      ...nothing,
      missing: failed.map(({ id, outcome }) => `${id} to pass (${outcome})`),
    }
  if (row.evidence === 'untested')
    return { verdict: 'contradicted', contradiction: 'still-untested', ...nothing }

  const parts = partsOf(row)
  const met = parts.map(({ by }) => own.filter(by).map(({ id }) => id))
  const missing = parts.flatMap(({ what }, index) => (met[index]?.length ? [] : [what]))
  const backing = own.map(({ id }) => id).filter((id) => met.flat().includes(id))
  if (missing.length === 0) return { verdict: 'backed', missing, backing }
  const which = row.evidence === 'reproduced' ? 'public' : 'any'
  const wasSeen = own.some((scenario) => seenVias(row.code, scenario, which).length > 0)
  if (!isGone && !wasSeen && !othersExist)
    return { verdict: 'contradicted', contradiction: 'not-surfaced', missing, backing }
  return { verdict: 'unproven', missing, backing }
}

/** One thing that a class claims, and which scenarios bear it out. */
interface Part {
  readonly what: string
  readonly by: (scenario: Scenario) => boolean
}

function partsOf({ code, evidence, channels }: CodeRow): readonly Part[] {
  const via = channels.find((channel) => channel.includes(':')) ?? channels[0]
  const seen = (where: 'public' | 'any'): Part => ({
    what:
      `its situation, made by a fault that is no forced code, and there ` +
      (where === 'public'
        ? `await expect(zego).toSurface(${code}, { via: '${via}' }), on an API, an event or as an error of the page`
        : `await expect(zego).toSurface(${code}, { via: … })`),
    by: (scenario) => inEveryRun(scenario, (record) => sightings(code, record, where)).length > 0,
  })
  const away: Part = {
    what:
      `the documented situation, made by a fault that is no forced code, and there what comes instead ` +
      `(await expect(zego).toSurface(…)) and that the code stays away: await expect(zego).not.toSurface(${code})`,
    by: (scenario) => inEveryRun(scenario, (record) => absences(code, record)).length > 0,
  }
  if (evidence === 'reproduced') return [seen('public')]
  if (evidence === 'surfaced-otherwise') return [seen('any'), away]
  return [away]
}
