import type { Zego } from '../fixtures/index.ts'

/** Waits for words that the SDK says without a code, for developers only. @param since ms of `Date.now()` */
export async function heard(
  zego: Zego,
  channel: 'console' | 'pageerror',
  words: string,
  since = zego.since,
): Promise<void> {
  await zego.timeline.waitFor(
    (seen) => seen.at >= since && seen.channel === channel && JSON.stringify(seen.payload).includes(words),
    5_000,
  )
}
