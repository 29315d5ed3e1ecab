import { expect as baseExpect, test } from '@playwright/test'

/**
 * Waits, but not past the end of the test, where Playwright would cut it off without a word. How much of the test's time is
 * left, only Playwright knows: hooks, fixtures and `setTimeout` count. Its own `toPass` ends a moment before; it is asked where
 * the test could really end first, since it adds a step to the trace.
 *
 * @param wait ends when the signal is aborted
 * @param longest ms that the wait can take by itself
 * @param begun when the test began, or soon after, in ms of `Date.now()`
 * @returns whether the wait came to its own end
 */
export async function beforeTestEnds(
  wait: (signal: AbortSignal) => Promise<unknown>,
  longest: number,
  begun: number,
): Promise<boolean> {
  if (longest < timeLeft(begun) / 2) {
    await wait(new AbortController().signal)
    return true
  }
  const end = new AbortController()
  const done = wait(end.signal)
  // What fails is no reason to wait on: it is thrown below.
  const ended = done.catch(() => {})
  const inTime = await baseExpect(() => ended, 'before the test ends')
    .toPass({ timeout: 0 })
    .then(
      () => true,
      () => false,
    )
  end.abort()
  await done
  return inTime
}

/** Ms, roughly; endless outside a test, and in one without a timeout. */
function timeLeft(begun: number): number {
  const timeout = timeoutOfTest()
  return timeout === 0 ? Number.POSITIVE_INFINITY : timeout - (Date.now() - begun)
}

/** Ms; 0 where there is none. */
export function timeoutOfTest(): number {
  try {
    return test.info().timeout
  } catch {
    return 0 // not in a test of Playwright's
  }
}
