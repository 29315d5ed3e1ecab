import type { Zego } from './zego.ts'

/** Why nothing of the SDK can have been observed since `since`; undefined when it could. */
export function whyNothing({ contexts, documents, engines }: Zego, since: number): string | undefined {
  if (documents.every((url) => url === 'about:blank')) {
    return contexts === 0
      ? 'No browser context is watched: await zego.attach(context) before the app is opened.'
      : "No page was opened: open your app before, by await page.goto('/')."
  }
  if (engines.length === 0) {
    const urls = [...new Set(documents)]
      .filter((url) => url !== 'about:blank')
      .slice(-5)
      .join(', ')
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
