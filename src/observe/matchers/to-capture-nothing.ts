import type { ExpectMatcherState, MatcherReturnType, Page } from '@playwright/test'
import { type Captured, CaptureTracks } from '../../faults/in-page/capture-tracks.ts'
import { demandWait } from './wait-options.ts'

const kinds: readonly Captured[] = ['camera', 'microphone', 'screen']

/**
 * Asserts that nothing of a page captures any more: no camera, no microphone, no screen, in any of its frames and windows,
 * whoever holds the tracks. The light of the camera is off. Waits for it; with `.not`, until something captures.
 *
 * @param options `timeout`: ms to wait; the `expect` timeout of the project by default
 * @example
 * await page.getByRole('button', { name: 'Leave' }).click()
 * await expect(page).toCaptureNothing()
 */
export async function toCaptureNothing(
  this: ExpectMatcherState,
  page: Page,
  options: { timeout?: number } = {},
): Promise<MatcherReturnType> {
  if (typeof page?.evaluate !== 'function' || typeof page?.context !== 'function')
    throw new TypeError('toCaptureNothing is for a page: await expect(page).toCaptureNothing()')
  demandWait('toCaptureNothing', options, [])
  const { timeout = this.timeout } = options
  const { isNot } = this
  const until = Date.now() + timeout
  let captured = await capturedBy(page)
  while (captured.length > 0 !== isNot && !page.isClosed() && Date.now() < until)
    captured = await capturedBy(page)
  const hint = this.utils.matcherHint('toCaptureNothing', 'page', '', { isNot })
  const list = captured.map((each) => `  ${each}`).join('\n')
  return {
    pass: captured.length === 0,
    name: 'toCaptureNothing',
    message: () =>
      isNot
        ? `${hint}\n\nNothing captured within ${timeout} ms: no camera, no microphone, no screen.`
        : `${hint}\n\nAfter ${timeout} ms the page still captures:\n${list}\n` +
          'Its light stays on. Where your app has no more use for a stream: engine.destroyStream(stream), or stop its tracks.',
  }
}

/** What is live, in words: `camera: fake_device_0`. */
async function capturedBy(page: Page): Promise<string[]> {
  const found: string[] = []
  if (page.isClosed()) return found
  for (const kind of kinds) {
    const tracks = await CaptureTracks.find(page, kind)
    const live = (await tracks.states()).filter(({ readyState }) => readyState === 'live')
    await tracks.release()
    found.push(...live.map(({ label }) => `${kind}: ${label}`))
  }
  return found
}
