import type { Observation, Via } from '../observation.ts'
import { NotObserved } from '../recorder/timeline.ts'
import { viaOf } from '../via.ts'
import type { Control, Zego } from '../zego.ts'
import { beforeTestEnds } from './before-test-ends.ts'

/** How long nothing at all must happen before a `.not` believes that nothing will, in ms. */
const quiet = 500

/** What a matcher waits for. */
export interface Wanted {
  readonly wanted: (seen: Observation) => boolean
  /** Ms to wait. */
  readonly timeout: number
  /** Whether it is to stay away: then the wait ends once all is quiet, unless `exactly` that long was asked for. */
  readonly isNot: boolean
  readonly exactly: boolean
  /** The channel, or the channel and name, that it must come on, where one is asked for. */
  readonly via?: Via
}

/** What came of waiting. */
export interface Awaited {
  readonly observation: Observation | undefined
  /** Ms. */
  readonly waited: number
  /** Whether the time of the test was over before the wait was. */
  readonly isTestOver: boolean
}

/** Waits for an observation, or for its absence, but never past the end of the test. */
export async function awaited(
  zego: Zego,
  { wanted, isNot, exactly, via, ...limits }: Wanted,
): Promise<Awaited> {
  const { timeline, begun } = zego
  // In a control nothing makes it come, so there is nothing to wait for but quiet.
  const control = isNot ? undefined : zego.control
  const timeout = Math.min(limits.timeout, patienceOf(zego, control))
  const from = Date.now()
  let observation: Observation | undefined
  const wait = async (signal: AbortSignal) => {
    const untilQuiet = control !== undefined || (isNot && !exactly)
    const busy = () => zego.pending.length > 0
    if (untilQuiet && !timeline.all.some(wanted) && !(control && hasEnded(zego, control, via)))
      await timeline.settled({
        ...{ quiet: control?.quiet ?? quiet, timeout, busy, stop: wanted, signal },
        // In a control what comes all the time, such as the quality of a stream, is no reason to wait on.
        ...(control && { counts: ({ channel, codes }) => channel === 'api' || codes.some(Boolean) }),
      })
    observation = await timeline.waitFor(wanted, untilQuiet ? 0 : timeout, signal).catch(unlessMissed)
  }
  const isDone = timeline.all.some(wanted)
  const inTime = await beforeTestEnds(wait, isDone ? 0 : timeout, begun)
  return { observation, waited: Date.now() - from, isTestOver: !inTime && observation === undefined }
}

/** Whether a call that the code was to come by was made without the fault, and has ended: nothing is left to wait for. */
function hasEnded({ timeline, pending }: Zego, { leftOut }: Control, via: Via | undefined): boolean {
  const since = leftOut.at(-1)?.at
  if (since === undefined || !via?.startsWith('api:')) return false
  const calls = (all: readonly Observation[]) => all.some((seen) => viaOf(seen) === via)
  return calls(timeline.since(since)) && !calls(pending)
}

/** Once a control has missed a claim, what the others are about will not be late, either. Ms. */
function patienceOf({ claims }: Zego, control: Control | undefined): number {
  if (!control) return Number.POSITIVE_INFINITY
  return claims.some(({ passed, negated }) => !passed && !negated) ? control.quiet : control.patience
}

function unlessMissed(error: unknown): undefined {
  if (!(error instanceof NotObserved)) throw error
}
