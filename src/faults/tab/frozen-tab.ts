import { setTimeout } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { WireDoor } from '../../cloud/doors/wire/door.ts'
import { slowness } from '../../machine/slowness.ts'
import { isHere, letGoOn, processesOf } from '../kit/processes.ts'
import { FaultNotInjected, type Injection, injected } from '../kit/receipt.ts'
import { browserOf } from '../kit/target.ts'

/** A page whose process is stopped and goes on. */
export class FrozenTab {
  readonly #page: Page
  readonly #door: WireDoor | undefined
  /** How to hear again, by the process that is stopped. */
  readonly #stopped = new Map<number, () => void>()

  /** @param door what the page's connections go through */
  constructor(page: Page, door?: WireDoor) {
    this.#page = page
    this.#door = door
  }

  /** @throws {FaultNotInjected} when the page still answers, whichever process is stopped */
  async freeze(): Promise<Injection> {
    // It would not answer when it is asked how quick it is.
    if (this.#stopped.size > 0) throw new FaultNotInjected('a tab that runs', 'it is frozen already')
    const candidates = await renderersOf(this.#page)
    const asked = Date.now()
    await this.#answer()
    const answeredInMs = Date.now() - asked
    // Long enough for an answer that is only late.
    const quietMs = Math.ceil(Math.max(500 * slowness(), 10 * answeredInMs))
    const at = Date.now()
    for (const pid of candidates) {
      this.#stop(pid)
      const answer = this.#answer()
      if ((await Promise.race([answer, setTimeout(quietMs, 'silent')])) === 'silent') {
        const undo = async () => {
          this.goOn()
          await answer
        }
        return injected({ means: 'real', at, evidence: { answeredInMs, quietMs }, undo })
      }
      this.goOn()
    }
    throw new FaultNotInjected(`the page to be silent for ${quietMs} ms`, 'it still answers')
  }

  goOn(): void {
    for (const [pid, hear] of this.#stopped) {
      letGoOn(pid)
      hear()
    }
    this.#stopped.clear()
  }

  #stop(pid: number): void {
    process.kill(pid, 'SIGSTOP')
    // What the service sends arrives, and nobody is there to hear it.
    const unheard = this.#door?.network.unheard(() => true)
    this.#stopped.set(pid, () => unheard?.end())
  }

  /** A page that is closed meanwhile has answered, too. */
  #answer(): Promise<string> {
    return this.#page.evaluate(() => 'answered').catch(() => 'answered')
  }
}

/**
 * The processes that may run a page, the likeliest first: Chromium tells which there are and not which of them a page is in, but its
 * own gets busy when the page does. Others may be busy, too, so whoever uses one reads back whether it was the page's.
 *
 * @returns process ids of this machine
 */
async function renderersOf(page: Page): Promise<readonly number[]> {
  const renderers = async () =>
    (await processesOf(browserOf({ page }))).filter(({ type }) => type === 'renderer')
  const before = new Map((await renderers()).map(({ id, cpuTime }) => [id, cpuTime]))
  await page.evaluate(work)
  return (await renderers())
    .map(({ id, cpuTime }) => ({ id, spent: cpuTime - (before.get(id) ?? 0) }))
    .toSorted((a, b) => b.spent - a.spent)
    .flatMap(({ id }) => (isHere(id, '--type=renderer') ? [id] : []))
}

/** Some tenths of a second of it, whatever clock the page has. Runs in the page. */
function work(): number {
  let sum = 0
  for (let left = 1e8; left; left -= 1) sum += Math.sqrt(left)
  return sum
}
