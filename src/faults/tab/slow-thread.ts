import type { Page } from '@playwright/test'
import { pageSession } from '../../browser/page-session.ts'
import { shown } from '../../cloud/exchange/demand.ts'
import { slowness } from '../../machine/slowness.ts'
import { FaultNotInjected, type Injection, injected } from '../kit/receipt.ts'

/** Ms that the measured piece of work takes on a main thread that is too slow for effects: 8 on a fast machine's. */
const msOfWorkWhenSlow = 160

/** A page's main thread, slowed down by the browser's own throttling. */
export class SlowThread {
  readonly #page: Page
  /** How many times slower, by each that has not ended; the newest decides. */
  #slowed: readonly { readonly rate: number }[] = []

  constructor(page: Page) {
    this.#page = page
  }

  /**
   * @param times by default as many as leave a twentieth of a fast machine's speed
   * @throws {RangeError} for a number that is not above 1
   * @throws {FaultNotInjected} when the same work takes no longer than before
   */
  async slow(times?: number): Promise<Injection> {
    if (times !== undefined && !(Number.isFinite(times) && times > 1))
      throw new RangeError(`browser.slow takes how many times slower, a number above 1, not ${shown(times)}.`)
    if (this.#slowed.length > 0) await this.#throttle(1)
    const before = await this.#msOfWork(50)
    const slowed = { rate: times ?? Math.max(2, msOfWorkWhenSlow / before.least) }
    const { rate } = slowed
    const at = Date.now()
    this.#slowed = [...this.#slowed, slowed]
    const undo = () => this.#leave(this.#slowed.filter((other) => other !== slowed))
    await this.#throttle(rate)
    // On a machine with much to do the throttle misses some pieces of work: the mean counts, and more is asked of it.
    const [asked, enough] = [before.least * rate, before.mean * Math.min((rate + 1) / 2, 3)]
    const took = async () => (await this.#msOfWork(Math.max(asked, 1_000))).mean
    let after = await took()
    for (const end = at + 5_000 * slowness(); after < asked / 2 && Date.now() < end; after = await took()) {
      slowed.rate *= Math.min(2, asked / after)
      await this.#throttle(slowed.rate)
    }
    const evidence = {
      times: rate,
      throttledTimes: slowed.rate,
      msOfSameWork: { before: before.mean, after },
    }
    if (after >= enough) return injected({ means: 'real', at, evidence, undo })
    await undo()
    throw new FaultNotInjected('the same work to take longer', evidence)
  }

  /** The machine is as fast as before. */
  fast(): Promise<void> {
    return this.#leave([])
  }

  async #leave(slowed: readonly { readonly rate: number }[]): Promise<void> {
    if (this.#slowed.length === slowed.length) return
    this.#slowed = slowed
    await this.#throttle(slowed.at(-1)?.rate ?? 1)
  }

  async #throttle(rate: number): Promise<void> {
    if (this.#page.isClosed()) return
    const session = await pageSession(this.#page)
    await session.send('Emulation.setCPUThrottlingRate', { rate })
  }

  /** Ms that a piece of work took, of at least three and as many as fill `ms`. */
  #msOfWork(ms: number): Promise<{ least: number; mean: number }> {
    return this.#page.evaluate((ms) => {
      const piece = () => {
        const start = performance.now()
        let sum = 0
        for (let left = 3e6; left; left -= 1) sum += Math.sqrt(left)
        return sum && performance.now() - start
      }
      const took: number[] = []
      let total = 0
      while (took.length < 3 || total < ms) {
        const one = piece()
        took.push(one)
        total += one
      }
      return { least: Math.min(...took), mean: total / took.length }
    }, ms)
  }
}
