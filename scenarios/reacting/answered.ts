import type { Zego } from '../../fixtures/index.ts'
import { slowness } from '../../src/machine/slowness.ts'
import { findUnhandled, type Unhandled } from '../../src/observe/unhandled.ts'
import { codesShownIn } from './shown.ts'
import type { Reacting } from './to-react.ts'

/** Ms that the sample app may take to change after a code that it answers without its number. */
const timeToAnswer = 1_000 * slowness()

/**
 * Demands that the sample app answered every code which the SDK told it. What it said with the number of the code is known,
 * whenever it did, and on whosever page; after other codes something has to change soon.
 *
 * @throws {Error} naming the codes that were left unanswered
 */
export async function demandAnswered(app: Omit<Reacting, 'zego'> & { readonly zego: Zego }): Promise<void> {
  const claimed = app.zego.reactionClaims.filter(({ passed }) => passed).map(({ code }) => code)
  const contexts = app.page.context().browser()?.contexts() ?? [app.page.context()]
  // A page that is gone tells nothing any more.
  const printed = await Promise.all(
    contexts.flatMap((context) => context.pages()).map((page) => codesShownIn(page).catch(() => [])),
  )
  const unanswered = await findUnhandled(app.zego, timeToAnswer, [...claimed, ...printed.flat()])
  if (unanswered.length > 0) throw new Error(`The app was told, and showed nothing:\n${inLines(unanswered)}`)
}

const inLines = (unanswered: readonly Unhandled[]) =>
  unanswered
    .map(({ code, via, heard }) => `  ${code} via ${via}${heard ? '' : ', which nobody heard'}`)
    .join('\n')
