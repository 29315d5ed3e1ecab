import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExpectMatcherState, MatcherReturnType } from '@playwright/test'

type Matcher = (this: ExpectMatcherState, received: never, ...args: never[]) => Promise<MatcherReturnType>

/** What of this test waits at the moment, as it was written: the same may wait twice. One test at a time runs in a process. */
const waiting = new Set<{ readonly text: string }>()

/** A new test begins, in which nothing waits. */
export function beginAwaiting(): void {
  waiting.clear()
}

/** The assertions that still wait, with their places: once the test is over, those without an `await`. */
export function stillWaiting(): readonly string[] {
  return [...waiting].map(({ text }) => text)
}

/** Its test is over and has told of it; what it came to must not fail the next one, in whose time it happens to end. */
const isLeftBehind = (waits: { readonly text: string }) => !waiting.has(waits)

/** The matcher, which is known to wait until it is done. */
export function watched<M extends Matcher>(matcher: M): M {
  const remembering = async function (this: ExpectMatcherState, ...all: Parameters<M>) {
    const asked = all.slice(1).map((each) => JSON.stringify(each) ?? String(each))
    const text = `${this.isNot ? 'not.' : ''}${matcher.name}(${asked.join(', ')})${placeOfCall()}`
    const waits = { text }
    waiting.add(waits)
    try {
      const result = await matcher.apply(this, all as never)
      return isLeftBehind(waits) ? { ...result, pass: !this.isNot } : result
    } catch (error) {
      if (isLeftBehind(waits)) return { pass: !this.isNot, message: () => text }
      throw error
    } finally {
      waiting.delete(waits)
    }
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
