import type { Zego } from '../../fixtures/index.ts'
import { viaOf } from '../../src/observe/via.ts'

/** Makes the observer deaf on the channels that are named, such as `deaf event:roomStateChanged` or `deaf console`. */
export function deafen(zego: Zego, names: readonly string[]): void {
  const deaf = names.filter((name) => name.startsWith('deaf ')).map((name) => name.slice('deaf '.length))
  if (deaf.length === 0) return
  const { timeline } = zego
  const add = timeline.add.bind(timeline)
  timeline.add = (observation) => {
    if (!deaf.includes(observation.channel) && !deaf.includes(viaOf(observation))) add(observation)
  }
}
