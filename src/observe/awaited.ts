import { beforeTestEnds } from './before-test-ends.ts'
import type { Observation } from './observation.ts'
import { NotObserved } from './timeline.ts'
import type { Zego } from './zego.ts'

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
export async function awaited(zego: Zego, { wanted, isNot, exactly, ...limits }: Wanted): Promise<Awaited> {
  const { timeline, begun } = zego
  const timeout = Math.min(limits.timeout, zego.patience)
  const from = Date.now()
  let observation: Observation | undefined
  const wait = async (signal: AbortSignal) => {
    const untilQuiet = isNot && !exactly
    const busy = () => zego.pending.length > 0
    if (untilQuiet) await timeline.settled({ quiet, timeout, busy, stop: wanted, signal })
    observation = await timeline.waitFor(wanted, untilQuiet ? 0 : timeout, signal).catch(unlessMissed)
  }
  const isDone = timeline.all.some(wanted)
  const inTime = await beforeTestEnds(wait, isDone ? 0 : timeout, begun)
  return { observation, waited: Date.now() - from, isTestOver: !inTime && observation === undefined }
}

function unlessMissed(error: unknown): undefined {
  if (!(error instanceof NotObserved)) throw error
}
