/**
 * `npm run dev`: the ZEGO cloud runs inside this page, behind MSW, so that neither a server nor an account is needed.
 * Vite leaves this file out of a build. The door is looked up by its path, so that this page also starts without it.
 */
interface Door {
  /** Answers the SDK and this app's own `/api` from within the page. */
  startCloud(): Promise<void>
}

const doors = import.meta.glob<Door>('../../src/cloud/doors/msw/browser.ts')

export async function startDevCloud(): Promise<void> {
  const [open] = Object.values(doors)
  if (open) await (await open()).startCloud()
  else
    console.warn(
      'There is no in-browser ZEGO cloud (src/cloud/doors/msw/browser.ts): joining will not be answered.',
    )
}
