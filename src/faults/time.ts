import { setTimeout } from 'node:timers/promises'
import type { Page, WebSocket } from '@playwright/test'
import type { Cloud } from '../cloud/cloud.ts'
import { demandFields, demandOneOf, shown } from '../cloud/exchange/demand.ts'
import type { Machine } from './device/machine.ts'
import { type Duration, inMs, inSignedMs } from './kit/duration.ts'
import { FaultNotInjected, type Injection, injected } from './kit/receipt.ts'
import { demandOpen, type FaultTarget } from './kit/target.ts'

const why =
  "Minutes cannot be made to pass in a browser, so Playwright's clock replaces the page's timers and Date."
/** Longer steps make timers that belong together fire before the network could answer in between. */
const longestStepMs = 1000
/** Times as fast as real time; a machine with little else to do is ten times faster than that. */
const atLeastAsFast = 20

/**
 * Works for as long as the test lasts, which would cut it off without a word.
 *
 * @param work ends when the signal is aborted
 * @param longest ms that it can take
 * @returns whether it came to its own end
 */
export type WhileTestLasts = (
  work: (signal: AbortSignal) => Promise<void>,
  longest: number,
) => Promise<boolean>

/** For those who end their test themselves. */
const endless: WhileTestLasts = async (work) => {
  await work(new AbortController().signal)
  return true
}

/** Which clocks a time passes on. */
export interface WhichClock {
  /**
   * The page's and the cloud's together, by default; or one alone: `cloud` for what the service does after a while, which no
   * page has to wait for; `page` for time that the service does not live through.
   */
  readonly of?: 'both' | 'cloud' | 'page'
}

/**
 * How long a socket that has just sent something may take to be answered, in real time, before time goes on: at least this, or
 * some times what the slowest answer of this page took, for machines differ.
 */
const leastPatienceMs = 200
const timesSlowest = 5

/**
 * The page's clock: timers, `Date` and `performance.now`; and the cloud's, by which tokens run out and silent clients are
 * missed. Sockets and ICE stay in real time, so do the network's part first, then move the clock.
 */
export class TimeFaults {
  readonly #page: Page
  readonly #cloud: Cloud
  #controlled = false
  /** Sockets that sent something and have not heard anything since, and when they sent it. */
  readonly #asking = new Map<WebSocket, number>()
  /** Ms, of all answers so far. */
  #slowestAnswer = 0
  /** Sockets that were not answered in time: nobody waits for them until they are heard again. */
  readonly #silent = new Set<WebSocket>()

  readonly #machine: Machine
  readonly #whileTestLasts: WhileTestLasts

  /** @param machine what else falls asleep with the page's clock */
  constructor(
    { page, cloud }: Pick<FaultTarget, 'page'> & { readonly cloud: Cloud },
    machine: Machine,
    whileTestLasts = endless,
  ) {
    this.#page = page
    this.#cloud = cloud
    this.#machine = machine
    this.#whileTestLasts = whileTestLasts
  }

  /** Takes the clock over; it goes on in real time until it is moved. Call it before the app is opened. */
  async control(): Promise<Injection> {
    if (/^https?:/.test(this.#page.url())) {
      throw new Error(
        'Call faults.time.control() before the app is opened: timers that exist already stay on the real clock.',
      )
    }
    await this.#page.clock.install()
    await this.#page.addInitScript(reportWhatTimersThrow)
    this.#page.on('websocket', this.#listen)
    this.#controlled = true
    return injected({
      means: 'patched',
      evidence: { now: await this.#now() },
      why,
      preparation: true,
    })
  }

  /**
   * Lets time pass quickly, in steps that leave the network the time to answer: a healthy link stays healthy. A minute
   * takes some 0.3 s; of the cloud's clock alone, no time at all.
   *
   * @example await faults.time.advance('5m')
   * @example await faults.time.advance('100s', { of: 'cloud' }) // whoever is silent is missed
   */
  async advance(duration: Duration, which: WhichClock = {}): Promise<Injection> {
    const ms = inMs(duration)
    const of = clockOf(which)
    if (of === 'cloud') return this.#moveCloud(ms)
    let passed = 0
    const from = Date.now()
    const pass = async (signal: AbortSignal) => {
      // The page may take longer for a step than the test has left.
      const over = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      while (passed < ms && !signal.aborted) {
        const step = Math.min(ms - passed, longestStepMs)
        if (of === 'both') this.#cloud.clock.advance(step)
        await Promise.race([this.#step(step), over])
        passed += step
      }
    }
    return this.#move(ms, async () => {
      if (await this.#whileTestLasts(pass, ms / atLeastAsFast)) return
      throw new Error(
        `The test's time was over when ${inSeconds(passed)} of the ${inSeconds(ms)} had passed, which took ${inSeconds(Date.now() - from)} here. ` +
          `Give the test more with test.setTimeout(); or leap with faults.time.jump(), where nothing has to answer in between.`,
      )
    })
  }

  /**
   * Leaps ahead at once, as a laptop does that wakes up: every timer that is due fires once, before anything can
   * answer. For pure timeouts; a healthy link may break.
   */
  async jump(duration: Duration, which: WhichClock = {}): Promise<Injection> {
    const ms = inMs(duration)
    const of = clockOf(which)
    if (of === 'cloud') return this.#moveCloud(ms)
    return this.#move(ms, () => {
      if (of === 'both') this.#cloud.clock.advance(ms)
      return this.#page.clock.fastForward(ms)
    })
  }

  /**
   * Lets time pass ten times as fast until something happened: for waits that are partly the page's timers and partly
   * Chromium's own, such as ICE, which nothing shortens.
   *
   * @param limit of the page's time; when it or the test's time is used up, the assertion after it says what is missing
   * @example await faults.time.advanceUntil('2m', () => zego.surfaced(1103028) !== undefined)
   */
  async advanceUntil(limit: Duration, happened: () => boolean | Promise<boolean>): Promise<Injection> {
    const ms = inMs(limit)
    if (typeof happened !== 'function')
      throw new TypeError(
        `advanceUntil takes a function that says whether it happened, not ${shown(happened)}.`,
      )
    const pass = async (signal: AbortSignal) => {
      for (let left = ms; left > 0 && !signal.aborted && !(await happened()); left -= longestStepMs) {
        this.#cloud.clock.advance(longestStepMs)
        await this.#page.clock.runFor(longestStepMs)
        await setTimeout(longestStepMs / 10)
      }
    }
    return this.#move(0, async () => void (await this.#whileTestLasts(pass, ms / 5)))
  }

  /**
   * The computer sleeps and wakes up: no byte passes any more and no connection is closed, what is captured ends, both clocks
   * leap, and every timer that is due fires once. Then the network is back, where the connections of before are unknown, and
   * the media server has given up every session after half a minute.
   *
   * @throws {FaultNotInjected} when nothing was connected
   * @example
   * await faults.time.control() // before the app is opened
   * await faults.time.sleep('4h')
   */
  async sleep(duration: Duration): Promise<Injection> {
    const ms = inMs(duration)
    let slept: Record<string, unknown> = {}
    const leap = async () => {
      const { ended, forgotten, wakeUp } = await this.#machine.fallAsleep(ms)
      this.#cloud.clock.advance(ms)
      await this.#page.clock.fastForward(ms)
      slept = { ended, forgotten, reset: await wakeUp() }
    }
    const { evidence, ...made } = await this.#move(ms, leap)
    // What wakes up finds its devices gone; the network is back by then.
    return { ...made, evidence: { ...evidence, ...slept, judgedBy: 'device' } }
  }

  /**
   * The computer's clock is wrong: `Date` is ahead by so much, or behind it with a minus. Timers, and the cloud's clock, go on as
   * they were.
   *
   * @example
   * await faults.time.control() // before the app is opened
   * await faults.time.skew('-24h')
   */
  async skew(by: Duration): Promise<Injection> {
    const ms = inSignedMs(by)
    this.#demandControl()
    const at = Date.now()
    const before = await this.#now()
    await this.#page.clock.setSystemTime(before + ms)
    const movedMs = (await this.#now()) - before
    const longestMs = ms + Date.now() - at
    if (movedMs < ms || movedMs > longestMs)
      throw new FaultNotInjected(`the page's Date to move by ${ms} to ${longestMs} ms`, { movedMs })
    const evidence = { movedMs, aheadOfServiceMs: (await this.#now()) - this.#cloud.clock.now() }
    const undo = async () => {
      if (!this.#page.isClosed()) await this.#page.clock.setSystemTime((await this.#now()) - ms)
    }
    return injected({ means: 'patched', at, evidence, why, undo })
  }

  /** Stops the clock at the start of a second soon to come; from then on it moves only when it is moved. */
  async stop(): Promise<Injection> {
    const stopped = await this.#move(0, () => this.#pause())
    const undo = async () => {
      if (!this.#page.isClosed()) await this.#page.clock.resume()
    }
    return { ...stopped, undo, preparation: true }
  }

  /** The clock still runs: a second that is to come may be over by the time that the page is told. Then it is a later one. */
  async #pause(ahead = 1): Promise<void> {
    const second = Math.ceil((await this.#now()) / 1000 + ahead)
    try {
      await this.#page.clock.pauseAt(second * 1000)
    } catch (error) {
      if (ahead > 60 || !String(error).includes('Cannot fast-forward to the past')) throw error
      await this.#pause(2 * ahead)
    }
  }

  /** Stops listening; the clock ends with the page. @internal */
  async restore(): Promise<void> {
    this.#page.off('websocket', this.#listen)
  }

  #moveCloud(ms: number): Injection {
    const at = Date.now()
    const before = this.#cloud.clock.now()
    this.#cloud.clock.advance(ms)
    const movedMs = this.#cloud.clock.now() - before
    return injected({ means: 'wire', at, evidence: { of: 'cloud', movedMs } })
  }

  async #move(ms: number, move: () => Promise<void>): Promise<Injection> {
    this.#demandControl()
    const at = Date.now()
    const before = await this.#now()
    await move()
    const movedMs = (await this.#now()) - before
    const realMs = Date.now() - at
    if (movedMs < ms) throw new FaultNotInjected(`the page's Date to move by ${ms} ms`, { movedMs })
    return injected({ means: 'patched', at, evidence: { movedMs, realMs }, why })
  }

  #demandControl(): void {
    demandOpen(this.#page)
    if (!this.#controlled)
      throw new Error('Call faults.time.control() before the app is opened, then move the clock.')
  }

  #listen = (socket: WebSocket): void => {
    socket.on('framesent', () => {
      if (!this.#silent.has(socket) && !this.#asking.has(socket)) this.#asking.set(socket, Date.now())
    })
    socket.on('framereceived', () => {
      const asked = this.#asking.get(socket)
      if (asked !== undefined && !this.#silent.has(socket))
        this.#slowestAnswer = Math.max(this.#slowestAnswer, Date.now() - asked)
      this.#asking.delete(socket)
      this.#silent.delete(socket)
    })
    socket.on('close', () => this.#asking.delete(socket))
  }

  async #step(ms: number): Promise<void> {
    this.#asking.clear()
    await this.#page.clock.runFor(ms)
    await this.#turn()
    await this.#answers()
  }

  /** One turn of the page's real event loop, which its clock does not hold. */
  #turn(): Promise<void> {
    return this.#page.evaluate(async () => {
      const { port1, port2 } = new MessageChannel()
      const turned = new Promise((resolve) => {
        port1.onmessage = resolve
      })
      port2.postMessage(null)
      await turned
      port1.close()
    })
  }

  async #answers(): Promise<void> {
    const patience = Math.max(leastPatienceMs, timesSlowest * this.#slowestAnswer)
    for (const until = Date.now() + patience; this.#asking.size && Date.now() < until; ) await this.#turn()
    for (const socket of this.#asking.keys()) this.#silent.add(socket)
  }

  #now(): Promise<number> {
    return this.#page.evaluate(() => Date.now())
  }
}

/** @throws {TypeError} for a clock that there is not */
function clockOf(which: WhichClock): NonNullable<WhichClock['of']> {
  demandFields('faults.time', which, ['of'])
  const { of = 'both' } = which
  demandOneOf('of', of, ['both', 'cloud', 'page'])
  return of
}

/** As a browser does, which Playwright's clock does not: `window.onerror` hears what a timer throws, and others go on. */
function reportWhatTimersThrow(): void {
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame'] as const) {
    const set = window[name] as (callback: unknown, ...rest: unknown[]) => number
    const reporting = (callback: unknown, ...rest: unknown[]) => {
      if (typeof callback !== 'function') return set.call(window, callback, ...rest)
      const told = (...args: unknown[]) => {
        try {
          callback(...args)
        } catch (error) {
          reportError(error)
        }
      }
      return set.call(window, told, ...rest)
    }
    Object.assign(window, { [name]: reporting })
  }
}

const inSeconds = (ms: number) => `${Math.round(ms / 1000)} s`
