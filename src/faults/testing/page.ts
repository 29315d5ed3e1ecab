import type { Page } from '@playwright/test'

/** What the page noticed about its own capture. */
export interface Noticed {
  /** Labels of tracks whose `ended` event came. */
  readonly ended: string[]
  readonly deviceChanges: number
}

declare global {
  interface Window {
    noticed: { ended: string[]; deviceChanges: number }
    stream: MediaStream
  }
}

/** Captures in the page as an app does, and notes what happens to it. */
export async function capture(page: Page, constraints: MediaStreamConstraints): Promise<void> {
  await page.evaluate(async (constraints) => {
    const noticed = { ended: [] as string[], deviceChanges: 0 }
    window.noticed = noticed
    window.stream = await navigator.mediaDevices.getUserMedia(constraints)
    for (const track of window.stream.getTracks()) track.onended = () => noticed.ended.push(track.kind)
    navigator.mediaDevices.ondevicechange = () => {
      noticed.deviceChanges += 1
    }
  }, constraints)
}

/** Waits until the page noticed as much as this. */
export async function notices(page: Page, expected: Partial<Noticed>): Promise<void> {
  await page.waitForFunction(
    ({ ended = [], deviceChanges = 0 }) =>
      String(window.noticed.ended.toSorted()) === String(ended) &&
      window.noticed.deviceChanges >= deviceChanges,
    expected,
  )
}
