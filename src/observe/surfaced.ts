import type { Via } from './observation.ts'
import { viaOf } from './via.ts'
import type { Zego } from './zego.ts'

/** A code as it surfaced on one channel. */
export interface Surfaced {
  readonly code: number
  readonly via: Via
  /** When, in ms of `Date.now()`. */
  readonly at: number
  readonly payload: unknown
}

/** Every code on every channel since the first fault, the first time it was seen there. 0 is no error. */
export function surfacedOnce({ timeline, since }: Pick<Zego, 'timeline' | 'since'>): Surfaced[] {
  const first = new Map<string, Surfaced>()
  for (const observation of timeline.since(since)) {
    const { at, payload } = observation
    const via = viaOf(observation)
    for (const code of observation.codes) {
      const key = `${code} ${via}`
      if (code !== 0 && !first.has(key)) first.set(key, { code, via, at, payload })
    }
  }
  return [...first.values()]
}
