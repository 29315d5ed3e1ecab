import type { Observation } from '../observation.ts'
import { cameVia, viaOf } from '../via.ts'
import type { Zego } from '../zego.ts'
import { offset } from './offset.ts'
import type { Asked } from './story.ts'

/** What came close: the code elsewhere or too early, and other codes in the right place. */
export function nearestMisses({ timeline }: Zego, { code, via, since }: Asked, origin: number): string[] {
  if (code === undefined) return []
  const errors = timeline.all.filter(({ codes }) => codes.some((found) => found !== 0))
  const early = errors.filter((seen) => seen.at < since && seen.codes.includes(code) && cameVia(seen, via))
  const elsewhere = errors.filter(
    (seen) => seen.at >= since && seen.codes.includes(code) && !cameVia(seen, via),
  )
  const sibling = errors.filter(
    (seen) => seen.at >= since && !seen.codes.includes(code) && cameVia(seen, via),
  )
  const misses = [
    ...once(elsewhere).map((seen) => `${code} surfaced, but via ${viaOf(seen)} (${offset(seen.at, origin)})`),
    ...once(sibling).map(
      (seen) => `${viaOf(seen)} carried ${errorsOf(seen)} instead (${offset(seen.at, origin)})`,
    ),
    ...once(early).map(
      (seen) => `${code} had surfaced via ${viaOf(seen)} before the fault (${offset(seen.at, origin)})`,
    ),
  ]
  return misses.length === 0 ? [] : ['Nearest misses:', ...misses.map((miss) => `  - ${miss}`)]
}

function errorsOf({ codes }: Observation): string {
  return codes.filter((code) => code !== 0).join(', ')
}

/** What an app can hear, before what only the cloud and the console are told. */
const channels: readonly string[] = ['api', 'event', 'pageerror']
const rank = ({ channel }: Observation) => (channels.includes(channel) ? 0 : 1)

/** The first of each kind, at most five: those first that an app can hear. */
function once(observations: readonly Observation[]): Observation[] {
  const kinds = new Map<string, Observation>()
  for (const seen of observations) {
    const kind = `${viaOf(seen)} ${seen.codes}`
    if (!kinds.has(kind)) kinds.set(kind, seen)
  }
  return [...kinds.values()].toSorted((a, b) => rank(a) - rank(b)).slice(0, 5)
}
