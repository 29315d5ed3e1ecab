import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findChromium } from '../../browser/find.ts'
import { watchReaction } from './watch-reaction.ts'

let browser: Browser
let page: Page

beforeAll(async () => {
  const { executablePath, channel } = findChromium()
  browser = await chromium.launch({ executablePath, channel })
  page = await browser.newPage()
})

afterAll(() => browser?.close())

beforeEach(() =>
  page.setContent(`<p id="text">Connected</p><p id="clock">12:05</p><p id="box" style="width: 10px">.</p>
    <p id="away" hidden>You were removed</p><p id="clear" style="opacity: 0">Said to nobody</p><button id="button">Rejoin</button><button id="idle" disabled aria-busy="true">Join</button>`),
)

/** Whether the change of the page counts as a reaction. */
async function counts(change: string): Promise<boolean> {
  return page.evaluate(`(async () => {
    const __name = (value) => value
    let reacted = false
    const watch = (${String(watchReaction)})(() => { reacted = true })
    watch.expect()
    const by = (id) => document.getElementById(id)
    ${change}
    await Promise.resolve()
    return reacted
  })()`)
}

test.each([
  ['another text', `by('text').textContent = 'Connection lost'`],
  ['a text node that changes', `by('text').firstChild.data = 'Connection lost'`],
  ['a code', `by('clock').textContent = '1002055'`],
  ['a code in a line of numbers', `by('clock').firstChild.data = '12:1002055'`],
  ['an element that is added', `document.body.append(document.createElement('dialog'))`],
  ['an element that goes', `by('button').remove()`],
  ['what was hidden', `by('away').hidden = false`],
  ['a style that shows or hides', `by('box').style.display = 'none'`],
  ['a class', `by('box').className = 'warning'`],
  ['a button that is disabled', `by('button').disabled = true`],
])('%s is a reaction', async (_, change) => {
  expect(await counts(change)).toBe(true)
})

test.each([
  ['a clock that counts', `by('clock').textContent = '12:06'`],
  ['a clock that is drawn anew', `by('clock').outerHTML = '<p id="clock">12:06</p>'`],
  ['a number in a text node', `by('clock').firstChild.data = '12:06'`],
  ['a text node that nobody sees', `by('away').firstChild.data = 'You are back'`],
  ['a text node without colour', `by('clear').firstChild.data = 'You are back'`],
  ['a movement', `by('box').style.width = '20px'`],
  ['a script that is loaded', `document.head.append(document.createElement('script'))`],
  ['a text that nobody sees', `by('away').textContent = 'You are back'`],
  ['a button that can be pressed again', `by('idle').disabled = false`],
  ['a spinner that stops', `by('idle').ariaBusy = 'false'`],
  ['nothing', ''],
])('%s is none', async (_, change) => {
  expect(await counts(change)).toBe(false)
})

test('a change that follows another is noticed, too', async () => {
  const noticed = await page.evaluate(`(async () => {
    const __name = (value) => value
    let reactions = 0
    const watch = (${String(watchReaction)})(() => { reactions++ })
    watch.expect()
    for (const text of ['a chat line', 'You were removed']) {
      document.getElementById('text').textContent = text
      await Promise.resolve()
    }
    return reactions
  })()`)
  expect(noticed).toBe(2)
})

test('ten changes are noticed, and ten more once another code is told', async () => {
  const noticed = await page.evaluate(`(async () => {
    const __name = (value) => value
    let reactions = 0
    const seen = []
    let changes = 0
    const watch = (${String(watchReaction)})(() => { reactions++ })
    const change = async (times) => {
      for (let time = 0; time < times; time++) {
        document.getElementById('box').className = 'change-' + ++changes
        await Promise.resolve()
      }
      seen.push(reactions)
    }
    await change(1)
    watch.expect()
    await change(4)
    watch.expect()
    await change(12)
    await change(2)
    watch.expect()
    await change(1)
    return seen
  })()`)
  expect(noticed).toEqual([0, 4, 14, 14, 15])
})

test('what a frame was told may be shown around it', async () => {
  await page.setContent('<p id="outer">Connected</p><iframe srcdoc="<p>SDK</p>"></iframe>')
  const frame = page.frames()[1] ?? expect.fail('The page has no frame.')
  const reactions = await frame.evaluate(`(async () => {
    const __name = (value) => value
    let reactions = 0
    const watch = (${String(watchReaction)})(() => { reactions++ })
    watch.expect()
    parent.document.getElementById('outer').textContent = 'You were removed'
    await Promise.resolve()
    return reactions
  })()`)
  expect(reactions).toBe(1)
})
