import { type Browser, type BrowserContext, chromium, type Frame, type Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { findChromium } from '../browser/find.ts'
import { serve } from './testing/serve.ts'
import { Zego } from './zego.ts'

let browser: Browser
let site: { url: string; close: () => void }
let context: BrowserContext
let zego: Zego

/** As little of an engine as the recorder looks for, and what it must leave alone. */
const engine = `class Center {
  listenerList = { deviceError: [() => {}], playerStateUpdate: [], _internal: [] }
  emit(event, ...args) { return [event, ...args].length }
}
class Engine {
  static Nested = class { method() {} }
  constructor() {
    const center = new Center()
    this.zegoWebRTM = { stateCenter: center }
    this.zegoWebRTC = { stateCenter: new Center() }
  }
  loginRoom(room, token, user) { return Promise.resolve(true) }
  createStream() {}
  on() {}
  off() {}
}`

beforeAll(async () => {
  const app = `<!doctype html><title>app</title><script>${engine}</script>`
  site = await serve({ '/app': app, '/frame': `${app}<iframe src="/app"></iframe>` })
  const { executablePath, channel } = findChromium()
  browser = await chromium.launch({ executablePath, channel })
})
afterAll(async () => {
  await browser?.close()
  site?.close()
})
beforeEach(async () => {
  context = await browser.newContext()
  zego = new Zego()
})
afterEach(async () => {
  await zego.dispose()
  await context.close()
})

async function open(path = '/app'): Promise<Page> {
  const page = await context.newPage()
  await page.goto(site.url + path)
  return page
}

const make = (place: Page | Frame) => place.evaluate('void (window.zg = new Engine())')
const gone = () => zego.engines.map(({ goneAt }) => goneAt !== undefined)
const events = () => zego.timeline.all.filter(({ channel }) => channel === 'event')

test('a page that is open already is watched with its frames, and all of it once', async () => {
  const page = await open('/frame')
  await Promise.all([zego.attach(context), zego.attach(context)])
  await zego.attach(context)
  expect(zego.contexts).toBe(1)
  for (const frame of page.frames()) await make(frame)
  await expect.poll(() => zego.engines).toHaveLength(2)
  expect(zego.engines.map(({ problem }) => problem)).toEqual([undefined, undefined])
  await page.close()
  await expect.poll(gone).toEqual([true, true])
})

test('an engine is gone with its frame, its page, or the process of that', async () => {
  await zego.attach(context)
  const [framed, closed, crashed, left] = [await open('/frame'), await open(), await open(), await open()]
  const [, inner] = framed.frames()
  for (const place of [inner, closed, crashed, left]) if (place) await make(place)
  await expect.poll(() => zego.engines).toHaveLength(4)
  expect(gone()).toEqual([false, false, false, false])
  await framed.evaluate(() => document.querySelector('iframe')?.remove())
  await closed.close()
  await crashed.goto('chrome://crash').catch(() => {})
  await expect.poll(gone).toEqual([true, true, true, false])
})

test('whoever stopped watching hears no more, and the next page is not touched', async () => {
  await zego.attach(context)
  const page = await open()
  await zego.dispose()
  await page.evaluate("console.error('1002036'); setTimeout(() => { throw new Error('1002036') })")
  const next = await open()
  expect(await next.evaluate("'zegoFaultHarness' in window")).toBe(false)
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
  expect(zego.timeline.all).toEqual([])
})

test('public events are heard once, with their listeners, and say to the SDK what they did', async () => {
  await zego.attach(context)
  const page = await open()
  await make(page)
  const returned = await page.evaluate(`(() => {
    const { stateCenter } = zg.zegoWebRTC
    stateCenter.emit('_internal', 1006006)
    stateCenter.emit('soundLevelUpdate', [])
    zegoFaultHarness.expose(zg)
    zg.zegoWebRTM.stateCenter.emit('playerStateUpdate', { errorCode: 0 })
    return stateCenter.emit('deviceError', 1006006, 'camera')
  })()`)
  expect(returned).toBe(3)
  await expect.poll(events).toHaveLength(2)
  expect(events()).toMatchObject([
    { name: 'playerStateUpdate', listeners: 0, codes: [0] },
    { name: 'deviceError', listeners: 1, codes: [1006006], payload: [1006006, 'camera'], engine: 1 },
  ])
  expect(zego.engines).toHaveLength(1)
  expect(zego.engines[0]?.events).not.toContain('_internal')
})

test('an engine whose two parts tell by the same center is heard once', async () => {
  await zego.attach(context)
  const page = await open()
  await page.evaluate(`(() => {
    class Rooms { loginRoom() {} createStream() {} on() {} off() {} }
    const engine = new Rooms()
    const center = new Center()
    engine.zegoWebRTM = { stateCenter: center }
    engine.zegoWebRTC = { stateCenter: center }
    center.emit('deviceError', 1006006)
  })()`)
  await expect.poll(events).toHaveLength(1)
  expect(zego.engines).toHaveLength(1)
})

test('what only resembles an engine is left as it is, and so is what is no method', async () => {
  await zego.attach(context)
  const page = await open()
  await make(page)
  const seen = await page.evaluate(`(() => {
    'use strict'
    const other = {}
    other.zegoWebRTC = 1
    let refused = ''
    try { Object.freeze({ a: 1 }).zegoWebRTC = 1 } catch (error) { refused = error.name }
    return { keys: Object.keys(other), refused, nested: new Engine.Nested() instanceof Engine.Nested, length: zg.loginRoom.length }
  })()`)
  expect(seen).toEqual({ keys: ['zegoWebRTC'], refused: 'TypeError', nested: true, length: 3 })
  expect(zego.engines).toHaveLength(1)
})

test('an engine that cannot be read is told of, with what went wrong', async () => {
  await zego.attach(context)
  const page = await open()
  await page.evaluate(`(() => {
    const engine = new Engine()
    const broken = new Proxy({}, { getPrototypeOf: () => { throw new Error('no prototype') } })
    zegoFaultHarness.expose(broken)
  })()`)
  await expect
    .poll(() => zego.engines.map(({ problem }) => problem))
    .toEqual([undefined, expect.stringContaining('no prototype')])
})

test('uncaught errors are told once: by the page, where they are objects, or carry a code', async () => {
  await zego.attach(context)
  const page = await open()
  await page.evaluate(`
    setTimeout(() => { throw { code: 1002036 } })
    setTimeout(() => { throw new Error('plain') })
    Promise.reject({ code: 1002034 })
    setTimeout(() => { throw Object.assign(new Error('coded'), { code: 1103064 }) })
  `)
  const errors = () =>
    zego.timeline.all
      .filter(({ channel }) => channel === 'pageerror')
      .map(({ name, codes }) => [name, ...codes])
  await expect
    .poll(() => errors().toSorted())
    .toEqual([['Error'], ['Error'], ['error', 1002036], ['error', 1103064], ['unhandledrejection', 1002034]])
})

test('errors and warnings of the console are heard, long ones cut, and nothing else', async () => {
  await zego.attach(context)
  const page = await open()
  await page.evaluate(`
    console.debug('1002036')
    console.log('1002036')
    console.warn('slow')
    console.error('x'.repeat(5000))
  `)
  const lines = () => zego.timeline.all.filter(({ channel }) => channel === 'console')
  await expect.poll(() => lines().map(({ name }) => name)).toEqual(['warning', 'error'])
  const [, long] = lines()
  expect(long?.payload).toMatchObject({ text: expect.stringMatching(/^x{2000}… \(5000\)$/) })
})
