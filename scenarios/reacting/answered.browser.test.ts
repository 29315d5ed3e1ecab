import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium } from '../../src/browser/find.ts'
import { fakeDocument } from '../../src/observe/testing/fake-document.ts'
import { demandAnswered } from './answered.ts'
import { watchShown } from './shown.ts'

let browser: Browser
let page: Page

beforeAll(async () => {
  const { executablePath, channel } = findChromium()
  browser = await chromium.launch({ executablePath, channel })
  page = await browser.newPage()
  await watchShown(page)
  await page.goto('data:text/html,<section role="alert"></section>')
})
afterAll(() => browser?.close())

/** An app that was told long ago of a kick-out. */
function told({ listeners = 1 } = {}) {
  const { zego, event } = fakeDocument()
  event('roomStateChanged', ['room-1', 'KICKOUT', 1002055, ''], 1_000, listeners)
  return { page, where: 'app', zego } as const
}

test('a code that was told and not shown fails, and is named', async () => {
  await expect(demandAnswered(told())).rejects.toThrow(
    /showed nothing:\n {2}1002055 via event:roomStateChanged$/,
  )
  await expect(demandAnswered(told({ listeners: 0 }))).rejects.toThrow(/which nobody heard/)
})

test('a reaction that was claimed is an answer', async () => {
  const app = told()
  const claim = { code: 1002055, where: 'app', at: 1_000 } as const
  app.zego.reactionClaims.push({ ...claim, passed: false })
  await expect(demandAnswered(app)).rejects.toThrow(/1002055/)
  app.zego.reactionClaims.push({ ...claim, passed: true })
  await demandAnswered(app)
})

test('a code that is printed is answered, and stays so when the person puts it away', async () => {
  await expect(demandAnswered(told())).rejects.toThrow(/1002055/)
  await page.getByRole('alert').evaluate((alert) => {
    alert.innerHTML =
      '<div class="problem"><p>Gone.</p><details><summary><small>Code 1002055</small></summary></details></div>'
  })
  await page.getByRole('alert').evaluate((alert) => alert.replaceChildren())
  await demandAnswered(told())
})
