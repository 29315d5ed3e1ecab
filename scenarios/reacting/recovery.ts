import { expect, type Locator, type Page } from '@playwright/test'
import { slowness } from '../../src/machine/slowness.ts'
import { running } from '../mutants/plan.ts'
import { shownIn } from './shown.ts'
import type { Reacting } from './to-react.ts'

/** What a recovery has to come to. */
export interface End {
  /** In words, for messages and the ledger. */
  readonly what: string
  /** Whether it is so now: what the app says, or a state of the cloud. */
  readonly isSo: () => boolean | Promise<boolean>
  /** Called before anything is done about the fault; tells whether it has happened in the cloud since. */
  readonly watch: () => () => boolean
}

/** The promised recovery was none. */
export class NotRecovered extends Error {
  override name = 'NotRecovered'
}

/**
 * Presses an action that the app has just been seen to offer, by default the advised one, and demands the end. The problem may
 * have come to another code in the meantime: it is the same one as long as it names this code.
 *
 * @param next what the person does after it, such as typing something else
 * @throws NotRecovered when it was not offered, or when the end was reached before
 */
export async function press(
  app: Reacting,
  end: End,
  name = app.offered?.actions[0],
  next?: () => Promise<unknown>,
  timeout?: number,
): Promise<void> {
  if (name === undefined || !app.offered?.actions.includes(name))
    throw new NotRecovered(
      `${name ? `“${name}” was not offered` : 'No action was offered'}. Say first what the app offers: ` +
        `await expect(app).toReact(code${name ? `, { also: ['${name}'] }` : ''}).`,
    )
  const { code } = app.offered
  await reach(
    app,
    end,
    name,
    async () => {
      const problem = app.page
        .getByRole('alert')
        .locator('.problem', { hasText: new RegExp(`Code (\\d+ · before it [\\d, ]*)?${code}(?!\\d)`) })
        .first()
      const pressed = await pressOn(app, code, problem.getByRole('button', { name, exact: true }))
      await next?.()
      return pressed ? name : 'the app'
    },
    timeout,
  )
}

/**
 * Does something about the fault, and demands the end: it is so, the cloud has seen it happen, and the app tells of
 * the problem no more.
 *
 * @param by what is done, in a word
 * @param act nothing, where the SDK was seen to retry and repairs it by itself; may say by whom else it was done
 * @param timeout ms to wait for each part of the end; the `expect` timeout of the project by default
 * @throws NotRecovered when the reaction was not asserted, or when the end was reached before
 */
export async function reach(
  app: Reacting,
  end: End,
  by: string,
  act?: () => Promise<unknown>,
  timeout?: number,
): Promise<void> {
  const { offered, page, where, zego } = app
  if (!offered)
    throw new NotRecovered(
      'Nothing to recover from: say first how the app reacts, by expect(app).toReact(code).',
    )
  const { code } = offered
  const patience = { intervals: [20, 50, 100], ...(timeout !== undefined && { timeout }) }
  const claim = (passed: boolean, by: string) =>
    zego.recoveryClaims.push({ code, where, passed, at: Date.now(), by, end: end.what })
  let doneBy = by
  try {
    if ((act || !offered.retrying) && (await end.isSo()))
      throw new NotRecovered(
        `Before anything was done about ${code} it was so: ${end.what}. That would prove no recovery.`,
      )
    const hasHappened = end.watch()
    const done = await act?.()
    if (typeof done === 'string') doneBy = done
    await expect.poll(async () => end.isSo(), { message: `it is so: ${end.what}`, ...patience }).toBe(true)
    await expect.poll(hasHappened, { message: `the cloud has seen it: ${end.what}`, ...patience }).toBe(true)
    await expect
      .poll(() => tells(page, code), { message: `the app still tells of ${code}`, ...patience })
      .toBe(false)
  } catch (failure) {
    claim(false, doneBy)
    throw failure
  }
  claim(true, doneBy)
  app.offered = undefined
}

/** Ms in which a button that is there can be pressed. */
const ONE_TRY = 1_000 * slowness()
const TRIES = 5

/**
 * Presses a button about that code. A device may be back sooner than a person can press: then the app has done by itself what
 * the button says.
 *
 * @returns whether it was pressed
 */
async function pressOn(app: Reacting, code: number, button: Locator): Promise<boolean> {
  // Where the reaction is mutated, its button is there or never comes.
  for (let left = running.ofReaction(code).length > 0 ? 1 : TRIES; ; left -= 1) {
    try {
      await button.click({ timeout: ONE_TRY })
      return true
    } catch (failure) {
      if (!(await tells(app.page, code))) return false
      if (left === 1) throw failure
    }
  }
}

/** Whether the app tells of the problem, be it that it has come to another code by now. */
async function tells(page: Page, code: number): Promise<boolean> {
  return (await shownIn(page)).some(
    (each) => [each.code, ...each.before].includes(code) && each.where !== 'notice' && !each.isOver,
  )
}
