import type { CodeRow, Reaction } from '../../codes/index.ts'
import type { Means } from '../../faults/kit/receipt.ts'
import type { Claim, Where, WordClaim } from '../../observe/claim.ts'
import type { Outcome, Via } from '../../observe/observation.ts'
import { viaOf } from '../../observe/via.ts'
import type { ControlOutcome } from '../controls/controls.ts'
import type { Scenario } from '../run/ran.ts'
import type { RunRecord } from '../run/record.ts'
import { type Absence, absences, inEveryRun, type Proof, sightings } from './proof.ts'
import { judges, type SituationJudge } from './situation.ts'

/** The six things that a run proves of a row, each taken from what ran; empty or null where nothing proves it. */
export interface Proofs {
  /** Who decided that the code, or what comes in its place, was due; the most real first. */
  readonly situation: readonly SituationJudge[]
  /** How the situation was made, by the scenario that patches least; null where none was. */
  readonly means: Means | null
  /** Whether that took the page's clock, which Playwright replaces. */
  readonly clock: boolean
  /** Where the code arrived, or what came in its place, and how a call ended there. */
  readonly channels: readonly Arrival[]
  /** Where its reaction was shown, in the row's own situation. */
  readonly reaction: Where | null
  /** Whether the advice promises a way back, and the end of it that was seen. */
  readonly recovery: { readonly promised: boolean; readonly seen: string | null }
  /** What the scenarios that bear the row out do without their faults: `red`, or the worst of them. */
  readonly control: ControlOutcome
}

export interface Arrival {
  /** Null for words without a code. */
  readonly code: number | null
  readonly via: Via
  /** How the call ended; null on another channel than an API. */
  readonly ended: Outcome | null
}

/** Reactions after which a person can go on: their end can be seen. */
const waysBack: readonly Reaction[] = [
  ...(['wait', 'retry', 'rejoin', 'renew-token', 'ask-permission', 'check-device', 'check-network'] as const),
]

/** Whether the advice of a row promises that a person can go on. */
export const promisesRecovery = ({ reaction }: Pick<CodeRow, 'reaction'>): boolean =>
  waysBack.includes(reaction)

/** The six proofs of a row, from the scenarios that bear it out. Controls are joined in later. */
export function proofsOf(row: CodeRow, backing: readonly Scenario[]): Proofs {
  const parts = backing.map((scenario) => partOf(row, scenario))
  const situations = parts.flatMap(({ proofs }) => proofs.map(({ situation }) => situation))
  const reactions = parts.flatMap(({ reaction }) => reaction ?? [])
  const ways = parts.filter(({ proofs }) => proofs.length > 0).map(meansOf)
  const best = ways.toSorted((a, b) => rank(a) - rank(b))[0]
  return {
    situation: judges.filter((judge) => situations.some((situation) => situation.judge === judge)),
    means: best?.means ?? null,
    clock: best?.clock ?? false,
    channels: distinct(parts.flatMap(({ arrivals }) => arrivals)),
    reaction: reactions.includes('app') ? 'app' : (reactions[0] ?? null),
    recovery: {
      promised: promisesRecovery(row),
      seen: parts.find(({ recovery }) => recovery !== null)?.recovery ?? null,
    },
    control: 'not-run',
  }
}

/** Whether an app can hear it: the console is for its developers. */
export const isHeard = (arrivals: readonly Arrival[]): boolean =>
  arrivals.some(({ via }) => /^(api|event|pageerror):/.test(via))

interface Part {
  readonly proofs: readonly Proof[]
  readonly arrivals: readonly Arrival[]
  readonly reaction: Where | null
  readonly recovery: string | null
}

function partOf({ code, evidence }: CodeRow, scenario: Scenario): Part {
  const where = evidence === 'reproduced' ? 'public' : 'any'
  const isGone = evidence === 'superseded' || evidence === 'not-on-web'
  const seen = isGone ? [] : inEveryRun(scenario, (record) => sightings(code, record, where))
  const away = evidence === 'reproduced' ? [] : inEveryRun(scenario, (record) => absences(code, record))
  const instead = isGone ? away.map((absence: Absence) => absence.instead) : []
  const told = [...seen.map(({ claim }) => claim), ...instead]
  const wanted = [code, ...instead.flatMap((claim) => ('code' in claim ? claim.code : []))]
  const of = <Each extends { code: number; passed: boolean }>(
    pick: (record: RunRecord) => readonly Each[] | undefined,
  ) =>
    inEveryRun(scenario, (record) =>
      (pick(record) ?? []).filter((each) => each.passed && wanted.includes(each.code)),
    )
  const reactions = of(({ reactions }) => reactions).map(({ where }) => where)
  const [recovery] = of(({ recoveries }) => recoveries)
  return {
    proofs: [...seen, ...away],
    arrivals: told.flatMap(arrival),
    reaction: reactions.includes('app') ? 'app' : (reactions[0] ?? null),
    recovery: recovery ? recovery.end : null,
  }
}

function arrival(claim: Claim | WordClaim): readonly Arrival[] {
  const { observation } = claim
  const code = 'code' in claim ? claim.code : null
  return observation ? [{ code, via: viaOf(observation), ended: observation.outcome ?? null }] : []
}

/** How far a scenario had to patch the page; the clock is told apart, because it changes nothing but the wait. */
function meansOf({ proofs }: Part): { means: Means; clock: boolean } {
  const receipts = proofs.flatMap(({ situation }) => situation.receipts)
  const used = receipts.filter(({ fault }) => !fault.startsWith('time.')).map(({ means }) => means)
  const worst = (['patched', 'wire'] as const).find((means) => used.includes(means))
  // A situation without a receipt is one that the cloud's own state, or another client, made on the wire.
  return {
    means: worst ?? (receipts.length > 0 ? 'real' : 'wire'),
    clock: receipts.some(({ fault }) => fault.startsWith('time.')),
  }
}

const order: readonly Means[] = ['real', 'wire', 'patched']
const rank = ({ means, clock }: { means: Means; clock: boolean }): number =>
  order.indexOf(means) * 2 + Number(clock)

function distinct(arrivals: readonly Arrival[]): readonly Arrival[] {
  const byText = new Map(arrivals.map((each) => [JSON.stringify([each.code, each.via, each.ended]), each]))
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
}
