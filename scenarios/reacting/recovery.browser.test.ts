import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findChromium } from '../../src/browser/find.ts'
import { Zego } from '../../src/observe/zego.ts'
import { type End, press, reach } from './recovery.ts'
import { watchShown } from './shown.ts'
import type { Reacting } from './to-react.ts'

let browser: Browser
let page: Page
let app: Reacting
/** What the cloud has seen. */
let logins: number
/** What the app says; kept here, for a look into the page can take longer than the patience of these tests. */
let state: string

beforeAll(async () => {
  const { executablePath, channel } = findChromium()
  browser = await chromium.launch({ executablePath, channel })
})
afterAll(() => browser?.close())

beforeEach(async () => {
  page = await browser.newPage()
  await watchShown(page)
  await page.goto('data:text/html,<main></main>')
  await page.exposeFunction('logIn', () => void logins++)
  await page.exposeFunction('say', (said: string) => {
    state = said
  })
  logins = 1
  app = {
    page,
    where: 'app',
    zego: new Zego(),
    offered: { code: 1002050, actions: ['Rejoin'], retrying: false },
  }
  return () => page.close()
})

const inRoom: End = {
  what: 'the room has let the user in',
  isSo: () => state === 'Connected',
  watch: () => {
    const before = logins
    return () => logins > before
  },
}

const show = async (before: string, onclick: string, print = 'Code 1002050') => {
  state = before
  await page.evaluate(
    (html) => document.body.setHTMLUnsafe(html),
    `<section role="alert"><div class="problem">
      <p></p><summary><small>${print}</small></summary><button onclick="${onclick}">Rejoin</button>
    </div></section>`,
  )
}

const say = "say('Connected')"
const clear = "document.querySelector('.problem').remove()"
/** Pressing it with little patience, for what never comes. */
const recovering = (by?: string, patience = 300) => press(app, inRoom, by, undefined, patience)

test('the action is pressed, and its end seen by the app and by the cloud', async () => {
  await show('Disconnected', `logIn(); ${say}; ${clear}`)
  await recovering(undefined, 10_000)
  expect(app.zego.recoveryClaims).toMatchObject([
    { code: 1002050, where: 'app', passed: true, by: 'Rejoin', end: 'the room has let the user in' },
  ])
  expect(app.offered).toBeUndefined()
})

test('a status that was told and is over is told of no more', async () => {
  app.offered = { code: 1103027, actions: [], retrying: true }
  state = 'Connected'
  await page.evaluate(
    (html) => document.body.setHTMLUnsafe(html),
    '<p role="status"><small>Code 1103027</small></p>',
  )
  await page.evaluate(() => document.body.setHTMLUnsafe('<p role="status"><small></small></p>'))
  const recovery = reach(app, inRoom, 'the SDK', undefined, 10_000)
  await page.evaluate('logIn()')
  await recovery
})

test('a problem that has come to another code is the same one, and is told of until it is gone', async () => {
  const came = 'Code 1002055 · before it 1002030, 1002050 · kicked'
  await show('Disconnected', `logIn(); ${say}; ${clear}`, came)
  await recovering(undefined, 10_000)
  app.offered = { code: 1002050, actions: ['Rejoin'], retrying: false }
  await show('Disconnected', `logIn(); ${say}`, came)
  await expect(recovering()).rejects.toThrow(/the app still tells of 1002050/)
})

test('a problem that the app repairs before anybody can press is a recovery of its own', async () => {
  await show('Disconnected', clear)
  // Which cannot be pressed yet.
  await page.evaluate(() => document.querySelector('button')?.setAttribute('disabled', ''))
  const recovery = press(app, inRoom, undefined, undefined, 10_000)
  await page.evaluate(() => document.querySelector('.problem')?.remove())
  logins++
  state = 'Connected'
  await recovery
  expect(app.zego.recoveryClaims).toMatchObject([{ code: 1002050, passed: true, by: 'the app' }])
})

test.each([
  ['the click alone', clear, /it is so: the room has let the user in/],
  ['an app that only says so', `${say}; ${clear}`, /the cloud has seen it: the room has let the user in/],
  ['an app that goes on complaining', `logIn(); ${say}`, /the app still tells of 1002050/],
])('%s is no recovery', async (_, onclick, complaint) => {
  await show('Disconnected', onclick)
  await expect(recovering()).rejects.toThrow(complaint)
  expect(app.zego.recoveryClaims).toMatchObject([{ code: 1002050, passed: false }])
})

test('an end that was reached before is no recovery', async () => {
  await show('Connected', `logIn(); ${clear}`)
  await expect(recovering()).rejects.toThrow(/Before anything was done about 1002050 it was so/)
})

test('what the SDK repairs by itself needs no look before: it was seen to retry', async () => {
  app.offered = { code: 1103027, actions: [], retrying: true }
  await show('Connected', '')
  await page.evaluate(clear)
  await expect(reach(app, inRoom, 'the SDK', undefined, 300)).rejects.toThrow(/the cloud has seen it/)
  const recovery = reach(app, inRoom, 'the SDK', undefined, 10_000)
  await page.evaluate('logIn()')
  await recovery
})

test('an action that was not seen to be offered is not pressed', async () => {
  await show('Disconnected', `logIn(); ${say}; ${clear}`)
  await expect(recovering('Try again')).rejects.toThrow(/“Try again” was not offered.*toReact\(code, \{ also/)
  app.offered = undefined
  await expect(recovering()).rejects.toThrow(/No action was offered/)
  await expect(reach(app, inRoom, 'heal', async () => {})).rejects.toThrow(/say first how the app reacts/)
})
