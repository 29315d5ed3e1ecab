import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { bundle } from './testing/bundle.ts'
import { serve } from './testing/serve.ts'
import { Zego } from './zego.ts'

let browser: Browser
let site: { url: string; close: () => void }
let context: BrowserContext
let page: Page
let zego: Zego

beforeAll(async () => {
  const pageOf = (script: string) => `<!doctype html><title>app</title><script src="/${script}"></script>`
  site = await serve({
    '/main': pageOf('main.js'),
    '/esm': pageOf('esm.js'),
    '/frame': '<!doctype html><iframe src="/main"></iframe>',
    '/main.js': await bundle(
      "import { ZegoExpressEngine } from 'zego-express-engine-webrtc'; window.ZegoExpressEngine = ZegoExpressEngine",
    ),
    '/esm.js': await bundle(
      "import { ZegoExpressEngine } from 'zego-express-engine-webrtc/esm/ZegoExpressWebRTC.esm.js'; window.ZegoExpressEngine = ZegoExpressEngine",
    ),
  })
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--use-fake-device-for-media-stream'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  site?.close()
})

beforeEach(async () => {
  context = await browser.newContext()
  zego = new Zego()
  await zego.attach(context)
  page = await context.newPage()
})

afterEach(async () => {
  await zego.dispose()
  await context.close()
})

const createEngine = "window.zg = new ZegoExpressEngine(1234567890, 'wss://unused.invalid/ws')"

for (const build of ['main', 'esm']) {
  test(`finds the engine of the ${build} build and records a rejected call`, async () => {
    await page.goto(`${site.url}/${build}`)
    await page.evaluate(createEngine)
    await page.evaluate('zg.createStream({ camera: { video: true, audio: true } }).catch(() => {})')

    const seen = await zego.timeline.waitFor(({ outcome }) => outcome === 'rejected', 5000)
    expect(seen).toMatchObject({ channel: 'api', name: 'createStream', codes: [1103064], engine: 1 })
    expect(zego.engines).toMatchObject([
      { number: 1, version: '3.12.0', problem: undefined, goneAt: undefined },
    ])
  })
}
