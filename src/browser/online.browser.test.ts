import { chromium } from '@playwright/test'
import { expect, onTestFinished, test } from 'vitest'
import { ensureChromium } from './install.ts'
import { backOnline, hasLoopbackAlone, takeForOffline, takeForOnline, takeForOnlineAgain } from './online.ts'

const address = (internal: boolean) => ({
  ...{ address: '127.0.0.1', netmask: '255.0.0.0', family: 'IPv4' as const, mac: '', cidr: null },
  internal,
})

test('a machine without an interface to another one is alone', () => {
  expect(hasLoopbackAlone({ lo: [address(true)] })).toBe(true)
  expect(hasLoopbackAlone({})).toBe(true)
  expect(hasLoopbackAlone({ lo: [address(true)], eth0: [address(false)] })).toBe(false)
})

// `npm test` runs this with the loopback interface alone, where Chromium is offline by itself.
test('pages are online, whatever the machine has, and again after they were not', async () => {
  const browser = await chromium.launch({ ...(await ensureChromium()), args: ['--no-sandbox'] })
  onTestFinished(() => browser.close())
  const context = await browser.newContext()
  await takeForOnline(context, true)
  const page = await context.newPage()
  const onLine = () => page.evaluate(() => navigator.onLine)
  await expect.poll(onLine).toBe(true)
  await page.goto('data:text/html,<p>another document</p>')
  await expect.poll(onLine).toBe(true)

  await context.setOffline(true)
  expect(await onLine()).toBe(false)
  await context.setOffline(false)
  await backOnline(context)
  expect(await onLine()).toBe(true)
})

test('pages take the machine for offline, those that come later too, until they know better', async () => {
  const browser = await chromium.launch({ ...(await ensureChromium()), args: ['--no-sandbox'] })
  onTestFinished(() => browser.close())
  const context = await browser.newContext()
  const page = await context.newPage()
  const onLine = () => Promise.all(context.pages().map((each) => each.evaluate(() => navigator.onLine)))
  await takeForOffline(context)
  expect(await onLine()).toEqual([false])
  await page.goto('data:text/html,<p>another document</p>')
  await context.newPage()
  await expect.poll(onLine).toEqual([false, false])
  await takeForOnlineAgain(context)
  expect(await onLine()).toEqual([true, true])
})
