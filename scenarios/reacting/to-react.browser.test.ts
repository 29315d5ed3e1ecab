import { type Browser, expect as baseExpect, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findChromium } from '../../src/browser/find.ts'
import { Zego } from '../../src/observe/zego.ts'
import { reactionTo } from '../../test-app/src/reactions.ts'
import { shownIn, watchShown } from './shown.ts'
import { type Reacting, toReact } from './to-react.ts'

const expectApp = baseExpect.extend({ toReact }).configure({ timeout: 300 })
const unplugged = reactionTo(1006006, { device: 'camera' })

let browser: Browser
let page: Page
let app: Reacting

beforeAll(async () => {
  const { executablePath, channel } = findChromium()
  browser = await chromium.launch({ executablePath, channel })
})
afterAll(() => browser?.close())

beforeEach(async () => {
  page = await browser.newPage()
  await watchShown(page)
  await page.goto('data:text/html,<main></main>')
  app = { page, where: 'app', zego: new Zego() }
  return () => page.close()
})

/** As the sample app's alert does. */
const alert = ({
  headline = 'Your camera is gone',
  words = unplugged.message,
  code = 1006006,
  action = 'Try again',
}) => `
  <section role="alert"><div class="problem" data-severity="error">
    <p><strong>${headline}.</strong> ${words}</p>
    <div class="buttons"><button>${action}</button><button>Dismiss</button></div>
    <details><summary><small>Code ${code} · the device</small></summary></details>
  </div></section>`

const show = (html: string) => page.evaluate((html) => document.body.setHTMLUnsafe(html), html)

function fault(): void {
  app.zego.faults.push({ fault: 'device.unplug', means: 'real', at: Date.now(), evidence: {} })
}

const camera = { device: 'camera' } as const
const reacting = () => expectApp(app).toReact(1006006, camera)

test('the words, the action and the weight of this code, newer than the fault', async () => {
  fault()
  await show(alert({}))
  await reacting()
  expect(app.offered).toEqual({ code: 1006006, actions: ['Try again'], retrying: false })
  expect(app.zego.reactionClaims).toMatchObject([{ code: 1006006, where: 'app', passed: true }])
})

test.each([
  [
    'the headline alone',
    { headline: unplugged.message, words: reactionTo(undefined).message },
    /it says “Something/,
  ],
  ['the words of a sibling', { words: reactionTo(1106010).message }, /it says “Your camera stopped working/],
  ['the words of this code under another one', { code: 1106010 }, /it is about 1106010/],
  ['another action', { action: 'Copy details' }, /it offers “Copy details”/],
  ['half of the words', { words: 'Your camera was unplugged.' }, /it says “Your camera was unplugged.”/],
  ['more words', { words: `${unplugged.message} Or not.` }, /it says .*Or not/],
])('%s is no reaction', async (_, shown, complaint) => {
  fault()
  await show(alert(shown))
  await expect(reacting()).rejects.toThrow(complaint)
  expect(app.zego.reactionClaims).toMatchObject([{ code: 1006006, passed: false }])
})

test('what was there before the fault is no reaction', async () => {
  await show(alert({}))
  await page.waitForFunction(() => window.whatIsShown?.().length)
  await new Promise((resolve) => setTimeout(resolve, 5))
  fault()
  await expect(reacting()).rejects.toThrow(/stood there \d+ ms before the fault/)
})

test('what is told anew is a reaction, although the same was told before', async () => {
  await show(alert({}))
  fault()
  await show('')
  await show(alert({}))
  await reacting()
})

test('nothing is a reaction while no fault was injected', async () => {
  await show(alert({}))
  await expect(reacting()).rejects.toThrow(/No fault was injected/)
})

test('a fault that only lets time pass does not make older news stale', async () => {
  fault()
  await show(alert({}))
  await page.waitForFunction(() => window.whatIsShown?.().length)
  app.zego.faults.push({ fault: 'time.advance', means: 'patched', at: Date.now() + 50, evidence: {} })
  await reacting()
})

test('a retry of the SDK is told beside what it is about, and not as an alert', async () => {
  fault()
  const { message } = reactionTo(1103028, { retrying: true })
  await show(`<p role="status"><span>${message}</span><small>Code 1103028</small></p>`)
  await expectApp(app).toReact(1103028, { retrying: true })
  await expect(expectApp(app).toReact(1103028)).rejects.toThrow(/should say “Audio and video no longer reach/)
})

test('a retry that was over in a moment was told all the same, an alert that went was not', async () => {
  fault()
  const { message } = reactionTo(1103027, { retrying: true })
  await show(`${alert({})}<p role="status"><span>${message}</span><small>Code 1103027</small></p>`)
  await show('<p role="status"><span>Live</span><small></small></p>')
  await expectApp(app).toReact(1103027, { retrying: true })
  await expect(reacting()).rejects.toThrow(/1006006/)
})

test('a note is told after the words, and only where one is expected', async () => {
  fault()
  const { message } = reactionTo(1002055)
  await show(alert({ words: `${message} The reason given: “spam”`, code: 1002055, action: 'Rejoin' }))
  const [shown] = await shownIn(page)
  expect(shown).toMatchObject({ where: 'alert', code: 1002055, severity: 'error' })
  await expect(expectApp(app).toReact(1002055, { also: ['Rejoin'] })).rejects.toThrow(/it says/)
})

test('there is no negation', async () => {
  fault()
  await expect(expectApp(app).not.toReact(1006006)).rejects.toThrow(/no \.not\.toReact/)
})

test('in a control, a reaction that is missed is noted, and one that comes without its fault, but not before', async () => {
  app.zego.control = { quiet: 10, patience: 10, leftOut: [] }
  await reacting()
  await page.setContent(alert({}))
  await reacting()
  fault()
  app.zego.control.leftOut.push(...app.zego.faults.splice(0))
  await reacting()
  expect(app.zego.reactionClaims).toMatchObject([{ passed: false }, { passed: true }, { passed: false }])
})

test('what missed is offered to nobody, and no picture is taken of it, nor of a bare page', async () => {
  const pictures: number[] = []
  app.zego.picture = async () => void pictures.push(1)
  fault()
  await show(alert({ words: 'Something else.' }))
  await expect(reacting()).rejects.toThrow(/it says/)
  expect([app.offered, pictures]).toEqual([undefined, []])
  await show(alert({}))
  await reacting()
  expect(pictures).toEqual([1])
  const bare: Reacting = { ...app, where: 'bare-page' }
  await expectApp(bare).toReact(1006006, camera)
  expect(pictures).toEqual([1])
})

test('a page that cannot be looked at is no reaction that is missing: what went wrong is said', async () => {
  fault()
  await show('')
  const gone = expect(expectApp(app).toReact(1006006, camera)).rejects.toThrow(/closed/)
  await new Promise((resolve) => setTimeout(resolve, 50)) // it has looked once by then
  await page.close()
  await gone
})

test('the weight of a problem, the place and a note are held as they are', async () => {
  fault()
  await show(alert({}).replace('data-severity="error"', 'data-severity="warning"'))
  await expect(reacting()).rejects.toThrow(/it is shown as warning/)
  const [problem = ''] = /<div class="problem".*<\/div>/s.exec(alert({})) ?? []
  await show(`<section role="alert"><ul class="others"><li>${problem}</li></ul></section>`)
  await reacting()
  await show(`<p role="status"><span>${unplugged.message}</span><small>Code 1006006</small></p>`)
  await expect(reacting()).rejects.toThrow(/it stands in the status/)
  const { message } = reactionTo(1002055)
  const kicked = (words: string) => alert({ words, code: 1002055, action: 'Rejoin' })
  const noted = () => expectApp(app).toReact(1002055, { note: /“spam”/, also: [] })
  const [shown] = await shownIn(page)
  expect(shown?.where).toBe('status')
  await show(kicked(`${message.replaceAll(/\w/g, 'x')} “spam”`))
  await expect(noted()).rejects.toThrow(/it says “x/)
  await show(kicked(message))
  await expect(noted()).rejects.toThrow(/it says/)
})

test('a button that cannot be pressed is not offered, and what nobody sees is not told', async () => {
  fault()
  await show(alert({}).replace('<button>Try again', '<button disabled>Try again'))
  await expect(reacting()).rejects.toThrow(/it offers nothing/)
  await show(`<div style="visibility: hidden">${alert({})}</div>`)
  await expect(reacting()).rejects.toThrow(/tells nothing of any problem/)
})

test('a problem that another one pushes aside is no news', async () => {
  await show(alert({}))
  await page.waitForFunction(() => window.whatIsShown?.().length)
  await new Promise((resolve) => setTimeout(resolve, 5))
  fault()
  const [problem = ''] = /<div class="problem".*<\/div>/s.exec(alert({})) ?? []
  await show(`<section role="alert"><ul class="others"><li>${problem}</li></ul></section>`)
  await expect(reacting()).rejects.toThrow(/stood there \d+ ms before the fault/)
})

test('the time of the browser counts, whatever clock the page is given', async () => {
  fault()
  await page.evaluate(() => {
    Date.now = () => 0
  })
  await show(alert({}))
  await reacting()
})
