import { createHook } from 'node:async_hooks'
import type { Browser } from '@playwright/test'
import { expect, test } from '../test.ts'

let before: Readonly<Record<string, number>>

/** Where timers that still run were set since the start, but for those that Playwright set for itself. */
const timers = new Map<number, { readonly stack: string; readonly timer: NodeJS.Timeout }>()
const watch = createHook({
  init(id, type, _, resource) {
    if (type !== 'Timeout') return
    const { stack = '' } = new Error('set here')
    const [, ...frames] = stack.split('\n').filter((frame) => !/\(node:|at node:/.test(frame))
    // The first is this hook.
    if (!/node_modules.playwright/.test(frames[1] ?? ''))
      timers.set(id, { stack, timer: resource as NodeJS.Timeout })
  },
  destroy: (id) => timers.delete(id),
})

test.beforeAll(async ({ browser }) => {
  // The context that tests share ends with a test that leaves a mark on it, as this one does.
  for (const context of browser.contexts()) await context.close()
  // What came before may still be ending. Counted within such an assertion as at the end, which has a timer of its own.
  await expect(async () => {
    const last = before
    before = await open(browser)
    expect(before).toEqual(last)
  }).toPass()
  watch.enable()
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
  const slow = await faults.network.delay(500)
  expect(slow.evidence).toMatchObject({ ms: 500 })
  await app.say('late')
  await expect.poll(() => slow.evidence.met).toBeGreaterThan(0)
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
    // The renderers of contexts before may end meanwhile; none may have been added.
    const { pages = 0, ...rest } = await open(browser)
    const { pages: pagesBefore = 0, ...restBefore } = before
    expect(rest).toEqual(restBefore)
    expect(pages).toBeLessThanOrEqual(pagesBefore)
    // As everywhere in this count, what does not keep the process alive does not matter.
    const running = [...timers.values()].filter(({ timer }) => timer.hasRef())
    expect(running.map(({ stack }) => stack)).toEqual([])
  }).toPass()
  watch.disable()
})

/** Sockets and servers of this process by kind, but no timers: Playwright's own end when they like; and the browser's contexts and pages. */
async function open(browser: Browser): Promise<Record<string, number>> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const pages = processInfo.filter(({ type }) => type === 'renderer')
  const counts: Record<string, number> = { contexts: browser.contexts().length, pages: pages.length }
  for (const kind of process.getActiveResourcesInfo())
    if (kind !== 'Timeout') counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
