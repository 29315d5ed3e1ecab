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

const unanswered = (method: string, ms: number) =>
  `Chromium hangs: it did not answer the debugger's ${method} within ${Math.round(ms / 1000)} s. Run the test once more; if it ` +
  'stays, report it with the version of your Chromium, which the first line of the run names.'
