import { setTimeout } from 'node:timers/promises'
import type { CDPSession, Page } from '@playwright/test'
import { slowness } from '../../machine/slowness.ts'
import { demandOpen } from '../kit/target.ts'

/** What goes back and forth to a worklet, in the debugger's own words. */
interface Message {
  readonly id?: number
  readonly method?: string
  readonly result?: { readonly result?: { readonly value?: unknown } }
}

const toWorklets = { waitForDebuggerOnStart: false, flatten: false }

/** Ms that a worklet is given for whatever is asked of it. */
const patience = 3_000 * slowness()

/**
 * The audio worklets of a page, in which it processes sound. No script of the page reaches into them, nor does
 * Playwright: the debugger does.
 */
export class SoundWorklets {
  readonly #page: Page
  readonly #worklets = new Set<string>()
  readonly #heard = new Set<(message: Message, worklet: string) => void>()
  #opened: Promise<CDPSession> | undefined
  #lastId = 0

  constructor(page: Page) {
    this.#page = page
  }

  /** Runs an expression in each of them. @returns what came of it, none where the page processes no sound */
  async run(expression: string): Promise<unknown[]> {
    const session = await this.#open()
    const values: unknown[] = []
    for (const worklet of this.#worklets) {
      const id = ++this.#lastId
      const answer = this.#next((message, from) => from === worklet && message.id === id)
      await this.#send(session, worklet, id, 'Runtime.evaluate', {
        expression: `typeof registerProcessor === 'function' ? (${expression}) : null`,
        returnByValue: true,
      })
      values.push((await answer)?.result?.result?.value ?? null)
    }
    return values.filter((value) => value !== null)
  }

  /** Whether something in one of them throws, within the time that it is given. */
  async throws(): Promise<boolean> {
    const session = await this.#open()
    const thrown = this.#next(({ method }) => method === 'Runtime.exceptionThrown')
    for (const worklet of this.#worklets) await this.#send(session, worklet, ++this.#lastId, 'Runtime.enable')
    return (await thrown) !== undefined
  }

  /** Lets go of them, after one more expression where there were any before. */
  async close(last: string): Promise<void> {
    const session = await this.#opened
    if (session && !this.#page.isClosed()) {
      await this.run(last)
      await session.send('Target.setAutoAttach', { ...toWorklets, autoAttach: false })
    }
    this.#opened = undefined
    this.#worklets.clear()
  }

  #open(): Promise<CDPSession> {
    demandOpen(this.#page)
    this.#opened ??= this.#attach()
    return this.#opened
  }

  /** Ends with the first worklet, or when there was time enough for one. */
  async #attach(): Promise<CDPSession> {
    const session = await this.#page.context().newCDPSession(this.#page)
    const first = new Promise<void>((resolve) => {
      session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
        if (!targetInfo.type.includes('worklet')) return
        this.#worklets.add(sessionId)
        resolve()
      })
    })
    session.on('Target.detachedFromTarget', ({ sessionId }) => this.#worklets.delete(sessionId))
    session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
      for (const listener of this.#heard) listener(JSON.parse(message), sessionId)
    })
    await session.send('Target.setAutoAttach', { ...toWorklets, autoAttach: true })
    await Promise.race([first, setTimeout(patience)])
    return session
  }

  async #send(
    session: CDPSession,
    sessionId: string,
    id: number,
    method: string,
    params = {},
  ): Promise<void> {
    await session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    })
  }

  async #next(wanted: (message: Message, worklet: string) => boolean): Promise<Message | undefined> {
    let listener: ((message: Message, worklet: string) => void) | undefined
    const heard = new Promise<Message>((resolve) => {
      listener = (message, worklet) => wanted(message, worklet) && resolve(message)
      this.#heard.add(listener)
    })
    const message = await Promise.race([heard, setTimeout(patience, undefined)])
    if (listener) this.#heard.delete(listener)
    return message
  }
}
