import type { Zego } from '../zego.ts'
import { offset } from './offset.ts'
import type { Asked } from './story.ts'

/** Calls that are recorded only when they fail. */
const unrecorded = /^(get|is|on$|off$)/

/** That the app did not make the call by which the code was to come. */
export function uncalled({ timeline, pending, engines }: Zego, { code, via, since }: Asked): string[] {
  const [channel, name] = via?.split(':') ?? []
  if (code === undefined || channel !== 'api' || !name || unrecorded.test(name) || engines.length === 0)
    return []
  const isCall = (seen: { channel: string; name: string }) => seen.channel === 'api' && seen.name === name
  if (pending.some(isCall) || timeline.since(since).some(isCall)) return []
  const before = timeline.all.findLast(isCall)
  if (!before) return [`The app did not call ${name}: nothing could come by it.`]
  return [
    `The app has not called ${name} since the fault; its last call ended before (${offset(before.at, since)}).`,
  ]
}
