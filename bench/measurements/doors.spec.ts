import type { BrowserContextOptions, Page } from '@playwright/test'
import { createServer } from 'vite'
import { test as base, makeToken } from '../../scenarios/test.ts'
import { measured } from './measured.ts'

const PAGES = 15

/** The dev server hands out the service worker of MSW; both doors get their page from it. */
const test = base.extend<object, { devServer: string }>({
  devServer: [
    async ({ playwright: _ }, use) => {
      const configFile = new URL('../../test-app/vite.config.ts', import.meta.url).pathname
      const server = await createServer({
        configFile,
        logLevel: 'error',
        // Nobody edits this page, but somebody may edit the sources meanwhile: no reloads.
        server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
      })
      await server.listen()
      await use(server.resolvedUrls?.local[0] ?? '')
      await server.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: ({ devServer }, use) => use(devServer),
})

test('login through each door', async ({ browser, door, devServer }, testInfo) => {
  test.setTimeout(600_000)
  const wire = { proxy: { server: door.url }, ignoreHTTPSErrors: true }
  const logInThrough = async (options: BrowserContextOptions, enter?: (page: Page) => Promise<void>) => {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    await page.goto(new URL('/bare.html', devServer).href)
    await page.waitForFunction(() => window.ZegoExpressEngine)
    await enter?.(page)
    const ms = await logIn(page)
    await context.close()
    return ms
  }
  // In turns, so that whatever else the machine does hits both alike; the first page of each warms up.
  for (let page = 0; page <= PAGES; page += 1) {
    const throughWire = await logInThrough(wire)
    const inPage = await logInThrough({}, startCloudInPage)
    if (page === 0) continue
    measured(testInfo, 'wire door', throughWire)
    measured(testInfo, 'MSW door (cloud in the page)', inPage)
  }
})

/** What `npm run dev` does before it starts the app. */
function startCloudInPage(page: Page): Promise<void> {
  return page.evaluate(async (module) => {
    const { startDevCloud } = (await import(module)) as typeof import('../../test-app/src/dev.ts')
    await startDevCloud()
  }, '/src/dev.ts')
}

/** Ms from the constructor until the room lets the user in. */
function logIn(page: Page): Promise<number> {
  return page.evaluate(async (token) => {
    const start = performance.now()
    const engine = new window.ZegoExpressEngine(1_234_567_890, 'wss://server.example/ws')
    await engine.loginRoom('room-1', token, { userID: 'host', userName: 'host' })
    return performance.now() - start
  }, makeToken(3_600))
}
