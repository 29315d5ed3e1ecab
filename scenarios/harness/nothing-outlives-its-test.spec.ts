import { createHook } from 'node:async_hooks'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { expect, test } from '../test.ts'

let before: Readonly<Record<string, number>>

const ours = ['src', 'fixtures'].map((folder) => join(import.meta.dirname, '../..', folder))
/** Where timers of ours that still run were set. */
const timers = new Map<number, string>()
const timersOfOurs = createHook({
  init(id, type) {
    const { stack = '' } = type === 'Timeout' ? new Error('set here') : {}
    if (ours.some((folder) => stack.includes(folder))) timers.set(id, stack)
  },
  destroy: (id) => timers.delete(id),
})

test.beforeAll(async ({ browser }) => {
  // What came before may still be ending. Counted within such an assertion as at the end, which has a timer of its own.
  await expect(async () => {
    const last = before
    before = await open(browser)
    expect(before).toEqual(last)
  }).toPass()
  timersOfOurs.enable()
})

test('a live room with everything open, and faults that nobody ends', { tag: '@no-code' }, async ({
  app,
  faults,
}) => {
  await faults.time.control()
  await app.watch()
  await app.button('Go live').click()
  await expect(app.publishing).toHaveText('Live')
  await faults.network.lose(0.5)
  await faults.network.delay(500)
  const { evidence } = await faults.network.halfOpen()
  expect(evidence.held).not.toHaveLength(0)
  expect(process.getActiveResourcesInfo()).toEqual(
    expect.arrayContaining(['UDPWrap', 'TCPSocketWrap', 'Timeout']),
  )
  expect(timers.size).toBeGreaterThan(0)
})

test.afterAll(async ({ browser }) => {
  // A socket that was closed is gone a turn of the event loop later.
  await expect(async () => {
    const after = await open(browser)
    // Fewer timers are no loss: some of Playwright's own, which ran at the start, have run out.
    expect({ ...after, Timeout: Math.max(after.Timeout ?? 0, before.Timeout ?? 0) }).toEqual(before)
    expect([...timers.values()]).toEqual([])
  }).toPass({ timeout: 10_000 })
  timersOfOurs.disable()
})

/** Sockets, servers and timers of this process by kind, and the browser's contexts and pages. */
async function open(browser: Browser): Promise<Record<string, number>> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const pages = processInfo.filter(({ type }) => type === 'renderer')
  const counts: Record<string, number> = { contexts: browser.contexts().length, pages: pages.length }
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
