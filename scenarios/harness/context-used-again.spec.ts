import type { Page } from '@playwright/test'
import { expect, test } from '../test.ts'

/**
 * Tests of a worker share a context (`reuseContext`), and nothing else. Each of these finds what the one before left, so
 * they are one story.
 */
test.describe('a context that is used again', { tag: '@no-code' }, () => {
  test.describe.configure({ mode: 'serial' })

  /** All that a page could find of another test, apart from the length of its history, which nothing clears. */
  const found = (page: Page) =>
    page.evaluate(async () => ({
      cookies: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: self.caches ? await caches.keys() : [],
      name: window.name,
      global: 'mark' in window,
      globalOfPage: 'markOfPage' in window,
      onLine: navigator.onLine,
      geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
      camera: (await navigator.permissions.query({ name: 'camera' as PermissionName })).state,
      clock: Math.abs(Date.now() - performance.timeOrigin - performance.now()) < 60_000,
      timers: String(setTimeout),
    }))

  let clean: Awaited<ReturnType<typeof found>>
  let first: string | undefined
  /** As the browser knows it. */
  const idOf = async (page: Page) => {
    const session = await page.context().newCDPSession(page)
    const { targetInfo } = await session.send('Target.getTargetInfo')
    await session.detach()
    return targetInfo.browserContextId
  }

  test('is marked in every way a page and a test can', async ({ page, context }) => {
    await page.goto('/bare.html')
    clean = await found(page)
    expect(clean).toMatchObject({ cookies: '', local: 0, session: 0, name: '', global: false })
    await page.clock.install({ time: 0 })
    await context.addInitScript(() => Object.assign(window, { mark: true }))
    await page.addInitScript(() => Object.assign(window, { markOfPage: true }))
    await context.exposeFunction('mark', () => {})
    await context.route('**/bare.html', (route) => route.fulfill({ body: '<title>Mark</title>' }))
    await context.grantPermissions(['camera', 'microphone', 'geolocation'])
    await page.evaluate(async () => {
      // biome-ignore lint/suspicious/noDocumentCookie: as the scripts of an app do it
      document.cookie = 'mark=1'
      localStorage.setItem('mark', '1')
      sessionStorage.setItem('mark', '1')
      window.name = 'mark'
      await caches.open('mark')
      await new Promise((resolve, reject) => {
        Object.assign(indexedDB.open('mark'), { onsuccess: resolve, onerror: reject })
      })
    })
    await page.goto('/bare.html')
    await expect(page).toHaveTitle('Mark')
    expect(await found(page)).not.toEqual(clean)
    first = await idOf(page)
  })

  test('comes without a mark, though it is the same', async ({ page, context }) => {
    await page.goto('/bare.html')
    await expect(page).toHaveTitle('Bare SDK')
    expect(await found(page)).toEqual(clean)
    expect(context.pages()).toHaveLength(1)
    expect(await idOf(page)).toBe(first)
  })

  test('is ended with the test when a page is left open in it', async ({ page, context }) => {
    await page.goto('/bare.html')
    expect(await idOf(page)).toBe(first)
    await context.newPage()
  })

  test('is a new one afterwards', async ({ page }) => {
    await page.goto('/bare.html')
    expect(await found(page)).toEqual(clean)
    expect(await idOf(page)).not.toBe(first)
  })
})
