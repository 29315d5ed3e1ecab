import { readFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { findChromium } from '../../browser/find.ts'
import { expect as expectSurface } from '../matchers/expect.ts'
import { serve } from '../testing/serve.ts'
import { Zego } from '../zego.ts'

const double = readFileSync(new URL('../testing/player-double.js', import.meta.url), 'utf8')
let browser: Browser
let site: { url: string; close: () => void }
let page: Page
let zego: Zego

beforeAll(async () => {
  site = await serve({
    '/': '<!doctype html><title>app</title><script src="/player.js"></script>',
    '/player.js': double,
  })
  const { executablePath, channel } = findChromium()
  browser = await chromium.launch({ executablePath, channel })
})

afterAll(async () => {
  await browser?.close()
  site?.close()
})

async function open(byConsole = false): Promise<void> {
  const context = await browser.newContext()
  zego = new Zego()
  zego.byConsole = byConsole
  await zego.attach(context)
  onTestFinished(async () => {
    await zego.dispose()
    await context.close()
  })
  page = await context.newPage()
  await page.goto(site.url)
}

beforeEach(() => open())

const make = "window.player = new ZegoExpressPlayer({}, { mode: 'live' })"

test('what a player tells onError is heard, by whoever set it too', async () => {
  const told = await page.evaluate(`new Promise((resolve) => {
    ${make}
    player.onError = (error) => resolve(error.code)
    window.setTimeout = (callback) => callback()
    player.src = '/none.flv'
    player.play()
  })`)
  expect(told).toBe(100004)
  await expectSurface(zego).toSurface(100004, { via: 'event:onError' })
  expect(zego.timeline.all.map(({ channel, name }) => `${channel}:${name}`)).toEqual(
    expect.arrayContaining(['api:ZegoExpressPlayer', 'api:onError', 'api:src', 'api:play', 'event:onError']),
  )
})

test('what a constructor, a property or a method refuses is thrown as ever, and recorded', async () => {
  const thrown = await page.evaluate(`(() => {
    const thrown = []
    try { new ZegoExpressPlayer({}, {}) } catch (error) { thrown.push(error.message) }
    ${make}
    try { player.src = 'list.m3u8' } catch (error) { thrown.push(error.message) }
    return thrown.map((message) => JSON.parse(message).code)
  })()`)
  expect(thrown).toEqual([100001, 100001])
  await expectSurface(zego).toSurface(100001, { via: 'api:ZegoExpressPlayer' })
  await expectSurface(zego).toSurface(100001, { via: 'api:src' })
})

test('the class and its players are what they were, for an app', async () => {
  expect(
    await page.evaluate(`(() => {
      ${make}
      player.src = 'live.flv'
      return [typeof ZegoExpressPlayer, ZegoExpressPlayer.name, player instanceof ZegoExpressPlayer, player.src]
    })()`),
  ).toEqual(['function', 'ZegoExpressPlayer', true, 'live.flv'])
})

test('over the console it is heard, too, and no page is taken for clicked at', async () => {
  await open(true)
  const session = await page.context().newCDPSession(page)
  const isActive = async () => {
    const expression = 'navigator.userActivation.hasBeenActive'
    const { result } = await session.send('Runtime.evaluate', { expression, userGesture: false })
    return result.value
  }
  await session.send('Runtime.evaluate', {
    expression: `try { new ZegoExpressPlayer({}, {}) } catch {}`,
    userGesture: false,
  })
  await expectSurface(zego).toSurface(100001, { via: 'api:ZegoExpressPlayer' })
  expect(await isActive()).toBe(false)
})

test('a callback is what the app set, gets and gives back what it would, and each player is recorded once', async () => {
  const told = await page.evaluate(`(() => {
    class Engine {
      constructor() { this.zegoWebRTM = {}; this.zegoWebRTC = {} }
      loginRoom() {} createStream() {} on() {} off() {}
    }
    window.ZegoExpressPlayer = class {
      #told
      get onError() { return this.#told }
      set onError(told) { this.#told = told }
      set _inner(value) {}
      fail() { return this.#told.call(this, { code: 100003 }, 2) }
    }
    const engine = new Engine()
    new ZegoExpressPlayer(engine)
    const player = new ZegoExpressPlayer(engine)
    const listener = function (...args) { return [this === player, args.length] }
    player._inner = 1
    player.onError = listener
    return [player.onError === listener, ...player.fail()]
  })()`)
  expect(told).toEqual([true, true, 2])
  await expectSurface(zego).toSurface(100003, { via: 'event:onError' })
  const calls = zego.timeline.all.filter(({ channel, name }) => channel === 'api' && name !== 'fail')
  expect(calls.map(({ name, engine }) => [name, engine])).toEqual([
    ['ZegoExpressPlayer', 1],
    ['ZegoExpressPlayer', 1],
    ['onError', 1],
  ])
})
