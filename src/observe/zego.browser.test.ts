import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { findChromium } from '../browser/find.ts'
import { bundle } from '../testing/bundle.ts'
import { expect as expectSurface } from './matchers/expect.ts'
import type { Observation } from './observation.ts'
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
  const { executablePath, channel } = findChromium()
  browser = await chromium.launch({
    executablePath,
    channel,
    args: ['--use-fake-device-for-media-stream', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'],
  })
})

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
const login = "zg.loginRoom('room-1', 'token', { userID: 'viewer-1' })"

async function open(path = '/main'): Promise<void> {
  await page.goto(site.url + path)
  await page.evaluate(createEngine)
}

for (const build of ['main', 'esm']) {
  test(`finds the engine of the ${build} build and records a rejected call`, async () => {
    await open(`/${build}`)
    await page.evaluate('zg.createStream({ camera: { video: true, audio: true } }).catch(() => {})')

    await expectSurface(zego).toSurface(1103064, { via: 'api:createStream' })
    expect(zego.engines).toMatchObject([
      { number: 1, version: '3.12.0', problem: undefined, goneAt: undefined },
    ])
  })

  test(`hears events of the ${build} build though the app drops every listener`, async () => {
    await open(`/${build}`)
    await page.evaluate("zg.on('roomStateChanged', () => {}); zg.off('roomStateChanged')")
    await page.evaluate(`zg.setEngineConfig({ roomRetryTime: 1 }); ${login}.catch(() => {})`)

    await expectSurface(zego).toSurface(1002031, { via: 'event:roomStateChanged' })
    const heard = zego.surfaced(1002031, 'event:roomStateChanged')
    expect(heard).toMatchObject({
      listeners: 0,
      payload: ['room-1', 'LOGIN_FAILED', 1002031, 'login timeout'],
    })
  })
}

test('records what an object created by the engine does, and what a static method throws', async () => {
  await open()
  await page.evaluate('try { zg.createRangeAudioInstance().enableMicrophone(true) } catch {}')
  await page.evaluate('try { ZegoExpressEngine.setGeoFence(1, [2]) } catch {}')

  const microphone = await zego.timeline.waitFor(({ name }) => name === 'enableMicrophone', 5000)
  expect(microphone).toMatchObject({ outcome: 'threw', payload: { createdBy: 'createRangeAudioInstance' } })
  await expectSurface(zego).toSurface(1001021, { via: 'api:setGeoFence' })
})

test('leaves an unhandled rejection unhandled, and tells what was in it', async () => {
  await open()
  const reasons = await page.evaluate(`new Promise((resolve) => {
    const reasons = []
    addEventListener('unhandledrejection', (event) => reasons.push(event.reason.code))
    zg.loginRoom('', 'token', { userID: 'viewer-1' })
    setTimeout(() => resolve(reasons), 50)
  })`)

  expect(reasons).toEqual([1002011])
  await expectSurface(zego).toSurface(1002011, { via: 'pageerror:unhandledrejection' })
})

test('is not to be noticed by the app', async () => {
  await page.goto(`${site.url}/main`)
  const noticed = await page.evaluate(`(() => {
    Object.freeze(Object.prototype)
    ${createEngine}
    const inherited = []
    for (const key in {}) inherited.push(key)
    const other = {}
    other.zegoWebRTC = 'mine'
    const globals = Object.keys(window).filter((key) => /harness/i.test(key))
    return {
      inherited, globals,
      own: Object.getOwnPropertyNames(zg).filter((key) => !/^(logger|dataReport|reporter|zegoWebRT[CM])$/.test(key)),
      other: JSON.stringify(Object.getOwnPropertyDescriptor(other, 'zegoWebRTC')),
      instance: zg instanceof ZegoExpressEngine,
      shape: [zg.loginRoom.name, zg.loginRoom.length, zg.loginRoom === ZegoExpressEngine.prototype.loginRoom],
      promise: zg.getCameras() instanceof Promise,
      value: zg.setLogConfig({ logLevel: 'disable' }),
    }
  })()`)

  expect(noticed).toEqual({
    inherited: [],
    globals: [],
    own: [],
    other: '{"value":"mine","writable":true,"enumerable":true,"configurable":true}',
    instance: true,
    shape: ['loginRoom', 4, true],
    promise: true,
    value: true,
  })
})

test('records an engine that the app keeps behind a proxy, as reactive frameworks do', async () => {
  await open()
  await page.evaluate("new Proxy(zg, {}).loginRoom('', 'token', { userID: 'viewer-1' }).catch(() => {})")

  await expectSurface(zego).toSurface(1002011, { via: 'api:loginRoom' })
})

test('follows engines in frames, over navigations, destroyed and made again', async () => {
  await page.goto(`${site.url}/frame`)
  const [, frame] = page.frames()
  await frame?.waitForFunction('window.ZegoExpressEngine')
  await frame?.evaluate(createEngine)
  await frame?.evaluate(`${login}.catch(() => {}); 0`)
  await open()
  await page.evaluate('zg.destroyEngine()')
  await page.evaluate(createEngine)

  await zego.timeline.waitFor(({ name, engine }) => name === 'destroyEngine' && engine === 2, 5000)
  const state = zego.engines.map(({ number, frame, goneAt }) => ({
    number,
    frame,
    gone: goneAt !== undefined,
  }))
  expect(state).toEqual([
    { number: 1, frame: `${site.url}/main`, gone: true },
    { number: 2, frame: `${site.url}/main`, gone: true },
    { number: 3, frame: `${site.url}/main`, gone: false },
  ])
  expect(zego.timeline.pending).toMatchObject([{ name: 'loginRoom', engine: 1 }])
  expect(zego.pending).toEqual([])
})

test('keeps real time while the clock of the page stands still', async () => {
  await page.clock.install({ time: 0 })
  await page.clock.pauseAt(1000)
  const before = Date.now()
  await open()
  await page.evaluate("zg.loginRoom('', 'token', { userID: 'viewer-1' }).catch(() => {})")

  const seen = await zego.timeline.waitFor(({ codes }) => codes.includes(1002011), 5000)
  expect(seen.at).toBeGreaterThanOrEqual(before)
})

test('takes an engine that only the app can show', async () => {
  await page.goto(`${site.url}/main`)
  await page.evaluate(`
    class Wrapped { loginRoom() { return Promise.reject({ code: 1002036, msg: '' }) } }
    window.zg = new Wrapped()
    zegoFaultHarness.expose(zg)
    zg.loginRoom().catch(() => {})
  `)

  await expectSurface(zego).toSurface(1002036, { via: 'api:loginRoom' })
  expect(zego.engines[0]?.problem).toContain(
    'the events of zegoWebRTM and the events of zegoWebRTC cannot be recorded',
  )
})

test('hears the console, and the spans that the cloud passes on', async () => {
  await open()
  await page.evaluate(
    "zg.setVideoConfig({}, {}).catch(() => {}); console.error('login failed', { code: 1002036 })",
  )
  zego.telemetry([{ name: '/liveroom/login', tags: { error: 1002031, message: 'timeout' }, duration: 12 }])

  await expectSurface(zego).toSurface(1002036, { via: 'console:error' })
  await expectSurface(zego).toSurface(1002031, { via: 'telemetry' })
  const isSdkLog = ({ channel, payload }: Observation) =>
    channel === 'console' && Object(payload).action === 'zc.svc'
  expect(await zego.timeline.waitFor(isSdkLog, 5000)).toMatchObject({
    name: 'error',
    payload: { content: expect.any(String) },
  })
})

test('stops without a trace', async () => {
  await open()
  const errors: unknown[] = []
  page.on('pageerror', (error) => errors.push(error))
  await zego.dispose()
  await page.evaluate("zg.loginRoom('', 'token', { userID: 'viewer-1' }).catch(() => {})")

  expect(errors).toEqual([])
  expect(zego.timeline.codes()).toEqual([])
})
