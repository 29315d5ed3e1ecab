import {
  expect as baseExpect,
  type ExpectMatcherState,
  type MatcherReturnType,
  type Page,
} from '@playwright/test'
import type { Zego } from '../../fixtures/index.ts'
import type { Receipt } from '../../src/faults/kit/receipt.ts'
import { slowness } from '../../src/machine/slowness.ts'
import type { Where } from '../../src/observe/claim.ts'
import type { Circumstances } from '../../test-app/src/reactions.ts'
import { running } from '../mutants/plan.ts'
import { type Beside, differences, type Expected, expected, inWords } from './expected.ts'
import { type Shown, shownIn } from './shown.ts'

/** A page that shows the reactions of the sample app, and what the SDK in it does. */
export interface Reacting {
  readonly page: Page
  readonly zego: Pick<Zego, 'control' | 'faults' | 'picture' | 'reactionClaims' | 'recoveryClaims'>
  /** Whether this is the app, or a page that only shows what the app would say. */
  readonly where: Where
  /** What the page has been seen to offer last; set by `toReact`. */
  offered?: Offer
}

/** A reaction that was seen. */
export interface Offer {
  readonly code: number
  /** Names of the buttons, the advised one first. */
  readonly actions: readonly string[]
  /** Whether the SDK was seen to retry, so that the app cannot have been well. */
  readonly retrying: boolean
}

export interface ReactOptions extends Circumstances, Beside {
  /** The reaction must be newer than this fault, or this time (ms of `Date.now()`); by default than the last fault. */
  readonly since?: number | Receipt
}

/**
 * Asserts that the app reacts to a code as the one table says: in its words, with its action, as severely; in the alert, as a
 * notice, or, while the SDK is retrying, beside what it is about. The headline is no reaction, nor are the words of another
 * code, nor is what was there before the fault.
 *
 * @example await expect(app).toReact(1006006, { device: 'camera' })
 */
export async function toReact(
  this: ExpectMatcherState,
  app: Reacting,
  code: number,
  { since: from, ...options }: ReactOptions = {},
): Promise<MatcherReturnType> {
  if (this.isNot) throw new Error('There is no .not.toReact: say what the app does instead.')
  const hint = this.utils.matcherHint('toReact', 'app', String(code))
  const wanted = expected(code, options)
  const { control, faults } = app.zego
  const since = startOf(from) ?? lastFault(control?.leftOut ?? faults)
  if (control) return { pass: await inControl(app, code, wanted, since), message: () => hint }
  if (since === undefined) {
    const message = () =>
      `${hint}\n\nNo fault was injected so far, so nothing the app shows is a reaction to one.`
    return { pass: false, message }
  }
  let shown: readonly Shown[] = []
  const mutants = running.ofReaction(code)
  const isThere = async () => {
    shown = await shownIn(app.page)
    if (mutants.length > 0 && (running.isNoticed(mutants) || stays(shown, code, since))) return true
    return isAmong(shown)
  }
  const isAmong = (shown: readonly Shown[]) =>
    shown.some((each) => differences(wanted, each, since).length === 0)
  // The first look is not limited in time, so that there is something to tell however slow the page is.
  const found =
    (await isThere()) ||
    (await baseExpect
      .poll(isThere, { timeout: this.timeout, intervals: [20, 50, 100] })
      .toBe(true)
      .then(() => true)
      .catch(unlessItTimedOut))
  const pass = found && isAmong(shown)
  app.zego.reactionClaims.push({ code, where: app.where, passed: pass, at: Date.now(), ...told(shown, code) })
  if (pass && app.where === 'app') await app.zego.picture(app.page)
  // Where several rows are mutated at once, each of them is to be noticed.
  const goesOn = pass || (mutants.length > 0 && !running.notice(mutants))
  if (goesOn) app.offered = { code, actions: wanted.actions, retrying: Boolean(options.retrying) }
  return {
    pass: goesOn,
    name: 'toReact',
    expected: wanted,
    actual: shown,
    message: () => `${hint}\n\n${story(wanted, shown, since)}`,
  }
}

/** Whether the page has told of the code, since then, for so long that it will not tell it otherwise. */
const stays = (shown: readonly Shown[], code: number, since: number): boolean =>
  shown.some((each) => each.code === code && each.since >= since && Date.now() - each.since > stayed)

/** Ms. A page shows a reaction at once, or not at all. */
const stayed = 700 * slowness()

/**
 * Notes whether the app reacts since then although every fault was left out. What came before has waited until nothing more comes, and
 * the test goes on, so that each claim of a control is seen to fail.
 */
async function inControl(app: Reacting, code: number, wanted: Expected, since = 0): Promise<true> {
  const shown = await shownIn(app.page)
  const passed = shown.some((each) => differences(wanted, each, since).length === 0)
  app.zego.reactionClaims.push({ code, where: app.where, passed, at: Date.now(), ...told(shown, code) })
  return true
}

/** Receipts that make nothing go wrong by themselves: they only let time pass. */
const passesTime = ({ fault }: Receipt) => fault.startsWith('time.')

function lastFault(faults: readonly Receipt[]): number | undefined {
  return faults.findLast((receipt) => !passesTime(receipt))?.at ?? faults.at(-1)?.at
}

const startOf = (since: number | Receipt | undefined) => (typeof since === 'object' ? since.at : since)

/** What the page showed about the code, for the ledger. */
function told(shown: readonly Shown[], code: number): { shown?: string } {
  const about = shown.find((each) => each.code === code)
  return about ? { shown: [about.words, ...about.actions.map((name) => `[${name}]`)].join(' ') } : {}
}

/** What was wanted, and how each thing that is shown differs from it. */
function story(wanted: Expected, shown: readonly Shown[], since: number): string {
  const note = wanted.note ? ` and a note like ${wanted.note}` : ''
  const found = shown
    .filter(({ where, words, code }) => code !== null || (where !== 'status' && words !== ''))
    .map((each) => `  ${each.where}: ${differences(wanted, each, since).join('; ')}`)
  return [
    `The ${wanted.where} should say “${wanted.words}”${note} about ${wanted.code}` +
      `${wanted.severity && `, as ${wanted.severity}`}, and offer ${inWords(wanted.actions)}.`,
    found.length
      ? `What the app tells differs:\n${found.join('\n')}`
      : 'The app tells nothing of any problem.',
  ].join('\n')
}

function unlessItTimedOut(error: unknown): false {
  if (error instanceof Error && 'matcherResult' in error) return false
  throw error
}
