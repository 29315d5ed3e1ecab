import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExpectMatcherState, MatcherReturnType } from '@playwright/test'

type Matcher = (this: ExpectMatcherState, received: never, ...args: never[]) => Promise<MatcherReturnType>

/** What of this test waits at the moment, as it was written: the same may wait twice. One test at a time runs in a process. */
const waiting = new Set<{ readonly text: string }>()

/** The test is over. @returns the assertions that still wait, with their places: those without an `await` */
export function endAwaiting(): readonly string[] {
  const forgotten = [...waiting].map(({ text }) => text)
  waiting.clear()
  return forgotten
}

/** The matcher, which is known to wait until it is done, or until its test is over: then nobody hears what it comes to. */
export function watched<M extends Matcher>(matcher: M): M {
  const remembering = async function (this: ExpectMatcherState, ...all: Parameters<M>) {
    const asked = all.slice(1).map((each) => JSON.stringify(each) ?? String(each))
    const waits = { text: `${this.isNot ? 'not.' : ''}${matcher.name}(${asked.join(', ')})${placeOfCall()}` }
    waiting.add(waits)
    const [outcome] = await Promise.allSettled([matcher.apply(this, all as never)])
    // Else it would fail the next test, in whose time it ends.
    if (!waiting.delete(waits)) return new Promise<never>(() => {})
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  }
  return Object.defineProperty(remembering, 'name', { value: matcher.name }) as unknown as M
}

/** Where the test calls, ` at file:line`; empty where the stack does not say. */
function placeOfCall(): string {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 50
  const { stack = '' } = new Error()
  Error.stackTraceLimit = stackTraceLimit
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  const own = frames.find((frame) => !/node_modules|node:|\/(unawaited|hurrying)\.[jt]s/.test(frame))
  const place = own?.match(/\(?((?:file:\/\/)?[^()]+:\d+):\d+\)?$/)?.[1]
  if (!place) return ''
  const file = place.replace(/^\s*at (async )?/, '')
  return ` at ${relative(process.cwd(), file.startsWith('file:') ? fileURLToPath(file) : file)}`
}
