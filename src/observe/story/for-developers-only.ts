import type { Observation } from '../observation.ts'
import { isForApps, viaOf } from '../via.ts'
import type { Zego } from '../zego.ts'
import { offset } from './offset.ts'
import type { Asked } from './story.ts'

/** That the code came, but only where no app can hear it; nothing when that is where it was looked for. */
export function forDevelopersOnly(zego: Zego, { code, via, since }: Asked, origin: number): string[] {
  if (code === undefined) return []
  if (/^(console|telemetry)/.test(via ?? '')) return logSettings(zego)
  const told = zego.timeline.since(since).filter(({ codes }) => codes.includes(code))
  const [first] = told
  if (!first || told.some(isForApps)) return []
  const vias = [...new Set(told.map(viaOf))].join(', ')
  return [
    `${code} came only where no app hears it: ${vias} (${offset(first.at, origin)}). By no call, event or error was the ` +
      `app told. To ask for that channel, name it: { via: '${first.channel}' }.`,
  ]
}

/** An app may turn down what the SDK logs, and with it what can be seen there. */
function logSettings({ timeline }: Zego): string[] {
  const set = timeline.all.findLast(({ name }) => name === 'setLogConfig')
  return set
    ? [`The app decides what the SDK logs: setLogConfig(${given(set)}). What it turned off cannot be seen.`]
    : []
}

function given({ payload }: Observation): string {
  const { args } = payload as { args?: readonly unknown[] }
  return JSON.stringify(args?.[0] ?? '')
}
