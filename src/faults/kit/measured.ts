import { setTimeout } from 'node:timers/promises'
import type { Reading } from '../../cloud/gateway/media/meter.ts'
import type { Way } from '../../cloud/gateway/media/network-path.ts'
import { slowness } from '../../machine/slowness.ts'
import type { NetworkPhase, NetworkProfile } from './network-profiles.ts'
import { FaultNotInjected } from './receipt.ts'
import type { Shaping } from './shaping.ts'

/** How long it may take until what was measured is what was asked, in ms: means need hundreds of packets. */
const READING_MS = 60_000 * slowness()
const POLL_MS = 10

type Measurable = Pick<Shaping, 'readBack' | 'measure' | 'phases'>

/**
 * The ways that a profile changes in its first phase, of those that are meant.
 *
 * @throws {TypeError} when there is none
 */
export function shapedFirst({ phases: [first = {}] }: NetworkProfile, ways: readonly Way[]): readonly Way[] {
  const shaped = ways.filter((way) => Object.values(first[way] ?? {}).some((much) => much > 0))
  if (shaped.length > 0) return shaped
  throw new TypeError(
    `The network is healthy in its first phase, ${ways.join(' and ')}: it could not be measured.`,
  )
}

/**
 * What ways were asked to be and were measured to be, for a receipt, once they are as asked. What is measured otherwise is
 * measured anew, for a while.
 *
 * @throws {FaultNotInjected} when it stays otherwise
 */
export async function measuredAsAsked(
  shaping: Measurable,
  [first = {}]: readonly NetworkPhase[],
  ways: readonly Way[],
): Promise<{ readonly asked: object; readonly measured: Readonly<Partial<Record<Way, Reading>>> }> {
  const readings = await Promise.all(ways.map((way) => readBack(shaping, way)))
  return {
    asked: Object.fromEntries(ways.map((way) => [way, first[way]])),
    measured: Object.fromEntries(readings),
  }
}

async function readBack(shaping: Measurable, way: Way): Promise<[Way, Reading]> {
  let last: unknown
  for (const until = Date.now() + READING_MS; ; await setTimeout(POLL_MS)) {
    const difference = shaping.readBack(way)
    if (difference?.wrong.length === 0) return [way, difference.measured]
    if (difference) {
      last = difference
      shaping.measure(way)
    }
    if (difference?.isHopeless || Date.now() > until)
      throw new FaultNotInjected(`the way ${way} to be measured as asked`, last ?? shaping.phases)
  }
}
