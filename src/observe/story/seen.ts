import { withoutToken } from '../discreet.ts'
import { measurements } from '../names.ts'
import type { Observation } from '../observation.ts'
import { isForApps } from '../via.ts'
import type { Zego } from '../zego.ts'
import { offset } from './offset.ts'
import { shortJson } from './short-json.ts'

/** Lines without a code shown at most. */
const most = 20

interface Line {
  readonly first: Observation
  readonly text: string
  times: number
  last: number
}

/**
 * Everything observed since the fault, on every channel, in order; what was said repeatedly stands there once, and so does what
 * is measured again and again.
 */
export function seen(zego: Zego, since: number, origin: number): string[] {
  const after = zego.timeline.since(since)
  const stillOpen = zego.pending.filter(({ at }) => at < since)
  const lines = merge([...stillOpen, ...after.filter((observation) => isWorthALine(observation, zego))])
  if (lines.length === 0) return ['Nothing was observed since, on any channel.']
  const plain = lines.filter((line) => !hasError(line) && isForApps(line.first)).slice(0, most)
  const shown = lines.filter((line) => hasError(line) || plain.includes(line))
  return [
    'Seen since, on every channel:',
    ...align(shown.map((line) => columns(line, origin))),
    ...folded(lines.filter((line) => !shown.includes(line))),
  ]
}

/** What the SDK says to developers and to ZEGO without a code is rarely what is looked for. */
function folded(lines: readonly Line[]): string[] {
  if (lines.length === 0) return []
  const channels = [...new Set(lines.map(({ first }) => first.channel))].join(', ')
  return [`  … and ${lines.length} more without a code, on ${channels} (all of them: zego.timeline.all)`]
}

/** A call that has ended is told by its end. */
function isWorthALine({ outcome, call }: Observation, { pending }: Zego): boolean {
  return outcome !== 'pending' || pending.some((open) => open.call === call)
}

function merge(observations: readonly Observation[]): Line[] {
  const lines = new Map<string, Line>()
  for (const first of observations) {
    const text = detail(first)
    const what = measurements.includes(first.name) ? 'measured' : text
    const key = [first.channel, first.name, first.outcome, first.codes, what].join('\n')
    const known = lines.get(key)
    if (known) {
      known.times++
      known.last = first.at
    } else lines.set(key, { first, text, times: 1, last: first.at })
  }
  return [...lines.values()]
}

const hasError = ({ first }: Line) => first.codes.some((code) => code !== 0)

function columns({ first, text, times, last }: Line, origin: number): string[] {
  const { at, channel, name, outcome, codes, listeners } = first
  const repeated = times > 1 ? ` ×${times}, last at ${offset(last, origin)}` : ''
  const unheard = listeners === 0 ? ' (nobody listens)' : ''
  const ended = outcome === 'pending' ? ' is still pending' : outcome ? ` ${outcome}` : ''
  return [
    offset(at, origin).padStart(9),
    channel,
    `${name}${ended}`,
    codes.join(' '),
    `${text}${unheard}${repeated}`,
  ]
}

function detail(observation: Observation): string {
  const { channel, outcome } = observation
  const payload = channel === 'api' ? withoutToken(observation) : observation.payload
  if (typeof payload !== 'object' || payload === null) return shortJson(payload)
  const said = payload as Record<string, unknown>
  if (channel === 'api')
    return shortJson(outcome === 'pending' ? said.args : (said.error ?? said.result ?? ''))
  if (channel === 'console') return shortJson('action' in said ? `${said.action} ${said.content}` : said.text)
  if (channel === 'pageerror') return shortJson(said.message ?? said.value)
  if (channel === 'telemetry') return shortJson(said.tags)
  return shortJson(payload)
}

function align(rows: readonly string[][]): string[] {
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  )
}
