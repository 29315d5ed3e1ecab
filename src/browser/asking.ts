import type { CDPSession } from '@playwright/test'
import { slowness } from '../machine/slowness.ts'

type Send = CDPSession['send']

/** Ms after which a browser that was asked something over the debugger hangs. */
const patience = 20_000 * slowness()

/** The browser has not answered the debugger. */
class Unanswered extends Error {
  override name = 'Unanswered'
}

/**
 * Asks over a session of the debugger, as its `send` does.
 *
 * @param limit ms that an answer may take
 * @throws {Unanswered} naming what was asked, when the browser does not answer
 */
export function asking(session: CDPSession, limit = patience): Send {
  const ask = async (...asked: Parameters<Send>) => {
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Unanswered(unanswered(asked[0], limit))), limit)
    })
    try {
      return await Promise.race([session.send(...asked), tooLong])
    } finally {
      clearTimeout(timer)
    }
  }
  return ask as Send
}

/**
 * Asks for what changes nothing of the page, and does so anew, over sessions of its own, where Chromium does not answer: it
 * was seen to leave one session of a busy page without an answer for good, and to answer on others meanwhile.
 *
 * @param ask how to, within a number of ms
 * @param computed seconds for which the browser's pages have computed so far, where that can be known
 * @throws {Unanswered} when the browser answers neither time, and what its pages did meanwhile
 */
export async function askingAnew<T>(
  ask: (limit: number) => Promise<T>,
  computed: () => Promise<number | undefined>,
  limit = patience,
): Promise<T> {
  try {
    return await ask(limit / 2)
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error
  }
  const before = await computed()
  try {
    return await ask(limit / 2)
  } catch (error) {
    if (error instanceof Unanswered && before !== undefined)
      error.message += didMeanwhile(((await computed()) ?? before) - before)
    throw error
  }
}

/** Tells a page that computes without end from one that waits. */
const didMeanwhile = (seconds: number) =>
  ` Its pages computed for ${seconds.toFixed(1)} s while it was asked a second time.`

const unanswered = (method: string, ms: number) =>
  `Chromium hangs: it did not answer the debugger's ${method} within ${Math.round(ms / 1000)} s. Run the test once more; if it ` +
  'stays, report it with the version of your Chromium, which the first line of the run names.'
