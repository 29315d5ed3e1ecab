import type { Zego } from './zego.ts'

/** Nothing could have been observed, so nothing can be said about what was not. */
export class NothingWatched extends Error {
  override name = 'NothingWatched'
}

/**
 * Makes sure that an engine was there to be observed since `since`, so that an absence means something.
 *
 * @throws NothingWatched saying why not, and what to do
 */
export function demandWatching(zego: Zego, since: number): void {
  const why = whyNothing(zego, since)
  if (why) throw new NothingWatched(`That no code surfaced proves nothing here.\n${why}`)
}

/** Why nothing of the SDK can have been observed since `since`; undefined when it could. */
export function whyNothing({ contexts, documents, engines }: Zego, since: number): string | undefined {
  if (documents.length === 0) {
    return contexts === 0
      ? 'No browser context is watched: await zego.attach(context) before the app is opened.'
      : 'No page was opened since the context is watched: open the app (page.goto) after zego.attach(context).'
  }
  if (engines.length === 0) {
    const urls = [...new Set(documents)].slice(-5).join(', ')
    return (
      `No ZegoExpressEngine was made in the documents watched (${urls}). If the app makes one later, wait for it ` +
      '(such as for a button that appears after joining). If it makes one in a way the harness cannot see, show it: ' +
      'window.zegoFaultHarness?.expose(engine).'
    )
  }
  if (engines.every(({ goneAt }) => goneAt !== undefined && goneAt < since)) {
    return (
      `Every engine (${engines.length}) was gone before the fault: destroyed, or its page closed or navigated away. ` +
      'Inject the fault while the app still has an engine.'
    )
  }
  return undefined
}
