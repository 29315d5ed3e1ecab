import { type CodeRow, isDocumented, lookup } from '../../codes/index.ts'
import type { Zego } from '../zego.ts'
import { offset } from './offset.ts'
import type { Asked } from './story.ts'

/** Calls that are recorded only when they fail. */
const unrecorded = /^(get|is|on$|off$)/

/** That the app did not make the call by which the code was to come. */
export function uncalled({ timeline, pending, engines }: Zego, asked: Asked): string[] {
  const names = callsOf(asked)
  if (names.length === 0 || names.some((name) => unrecorded.test(name)) || engines.length === 0) return []
  const isCall = (seen: { channel: string; name: string }) =>
    seen.channel === 'api' && names.includes(seen.name)
  const { since } = asked
  if (pending.some(isCall) || timeline.since(since).some(isCall)) return []
  const before = timeline.all.findLast(isCall)
  const call = names.join(' or ')
  if (!before) return [`The app did not call ${call}: nothing could come by it.`]
  return [
    `The app has not called ${call} since the fault; its last call ended before (${offset(before.at, since)}).`,
  ]
}

/** The calls by which alone the code was to come: those that were asked for, or else those of its row. */
function callsOf({ code, via }: Asked): readonly string[] {
  if (code === undefined) return []
  const channels = isDocumented(code) ? (lookup(code) as CodeRow).channels : []
  const heard = via ? [via] : channels.filter((channel) => !/^(console|telemetry)/.test(channel))
  const names = heard.map((channel) => /^api:(\w+)$/.exec(channel)?.[1])
  return names.every((name) => name !== undefined) ? names : []
}
