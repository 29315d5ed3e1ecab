import type { Need } from '../../codes/index.ts'
import type { RunRecord } from './record.ts'

/** How a scenario ended, worst first. `not-run`: it was selected, but the run ended before its turn. */
export const scenarioOutcomes = [
  'failed',
  'timedOut',
  'interrupted',
  'not-run',
  'flaky',
  'skipped',
  'passed',
] as const

export type ScenarioOutcome = (typeof scenarioOutcomes)[number]

/** Tag of a scenario that is about no code at all, such as a happy path. */
export const noCodeTag = '@no-code'

/** One run of one scenario, with what it attached. */
export interface Ran {
  /** Project, file and titles: the same in every run. */
  readonly id: string
  readonly file: string
  readonly line: number
  readonly title: string
  readonly project: string | null
  readonly tags: readonly string[]
  readonly repeat: number
  readonly outcome: ScenarioOutcome
  /** What it was skipped for. */
  readonly lacks?: Need
  /** In ms since the epoch; null when it never started. */
  readonly startedAt: number | null
  readonly durationMs: number
  readonly error: string | null
  readonly record?: RunRecord
  /** What is wrong with an attachment of ours that cannot be read. */
  readonly unreadable?: string
  /** JPEG of the app's reaction. */
  readonly screenshot?: Buffer
  /** Path of the Playwright trace on this machine. */
  readonly trace?: string
}

/** All runs of one scenario (one, unless `--repeat-each`), worst first. */
export interface Scenario {
  readonly id: string
  readonly tags: readonly string[]
  readonly outcome: ScenarioOutcome
  readonly runs: readonly [Ran, ...Ran[]]
}

/** Puts the runs of a scenario together, and the scenarios in order of id. */
export function groupRuns(runs: readonly Ran[]): readonly Scenario[] {
  const groups = new Map<string, [Ran, ...Ran[]]>()
  for (const run of runs) {
    const group = groups.get(run.id)
    if (group) group.push(run)
    else groups.set(run.id, [run])
  }
  return [...groups.values()]
    .map((group) => {
      group.sort((a, b) => severity(a.outcome) - severity(b.outcome) || a.repeat - b.repeat)
      const [worst] = group
      return { id: worst.id, tags: worst.tags, outcome: worst.outcome, runs: group }
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The numbers among the tags: `@1006006` is 1006006. */
export function taggedCodes(tags: readonly string[]): readonly number[] {
  return tags.filter((tag) => /^@\d+$/.test(tag)).map((tag) => Number(tag.slice(1)))
}

/** The codes that a scenario only forces, for what an app makes of them: `@forced:1102020` is 1102020. */
export function forcedTags(tags: readonly string[]): readonly number[] {
  return tags.filter((tag) => /^@forced:\d+$/.test(tag)).map((tag) => Number(tag.slice('@forced:'.length)))
}

/** Whether a scenario says which code it is for, or that it is for none. */
export function isTagged(tags: readonly string[]): boolean {
  return tags.includes(noCodeTag) || taggedCodes(tags).length > 0 || forcedTags(tags).length > 0
}

function severity(outcome: ScenarioOutcome): number {
  return scenarioOutcomes.indexOf(outcome)
}
