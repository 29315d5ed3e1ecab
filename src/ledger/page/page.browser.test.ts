import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium } from '../../browser/find.ts'
import { sampleLedger } from '../testing/sample-ledger.ts'
import { sampleRecorded, sampleVersionsRun } from '../testing/sample-versions.ts'
import { joinVersions } from '../versions/join-versions.ts'
import { renderPage } from './render.ts'

const folder = mkdtempSync(join(tmpdir(), 'ledger-page-'))
const address = pathToFileURL(join(folder, 'index.html')).href
let browser: Browser

beforeAll(async () => {
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xd9])
  const ledger = joinVersions(sampleLedger(), sampleRecorded, sampleVersionsRun)
  const scenarios = ledger.scenarios.map((scenario) => ({
    ...scenario,
    measured: { ...scenario.measured, screenshot: 'reactions/001.jpg', trace: 'traces/001.zip' },
  }))
  const files = { picture: () => jpeg, source: (file: string) => `../${file}` }
  writeFileSync(join(folder, 'index.html'), renderPage({ ...ledger, scenarios }, files))
  const { executablePath, channel } = findChromium()
  browser = await chromium.launch({ executablePath, channel, args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

test('the page holds every row, needs nothing else, and says nothing wrong', async () => {
  await visit('', async (page, { requests, complaints }) => {
    expect(await page.locator('details.row').count()).toBe(232)
    expect(await found(page)).toBe('232')
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([address])
    expect(complaints).toEqual([])
  })
})

test('a code that is typed is the row that opens', async () => {
  await visit('', async (page) => {
    await search(page).fill('1006006')
    expect(await found(page)).toBe('1')
    const row = rowOf(page, 1006006)
    await expect.poll(() => row.getAttribute('open')).not.toBeNull()
    const text = await row.innerText()
    for (const part of [
      'Name the lost device',
      'faults.device.unplug',
      'event:deviceError',
      '+312 ms',
      'Check your camera',
      'device-unplugged.spec.ts:3',
      'npx playwright show-trace traces/001.zip',
      'No controls run has met it',
    ])
      expect(text).toContain(part)
    expect(await row.getByRole('link', { name: 'device-unplugged' }).getAttribute('href')).toBe(
      '../scenarios/device/device-unplugged.spec.ts',
    )
  })
})

test('words find rows in any of their texts and in either language', async () => {
  await visit('', async (page) => {
    await search(page).fill('unplugged CAMERA')
    expect(await rowOf(page, 1006006).isVisible()).toBe(true)
    await search(page).fill('设备已断开')
    expect(await found(page)).toBe('1')
    await search(page).fill('xylophone')
    expect(await page.getByText('No code is like that').isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Show all' }).click()
    expect(await found(page)).toBe('232')
  })
})

test('filters narrow down together, and stay in the address', async () => {
  await visit('', async (page) => {
    await page.getByLabel('Section').selectOption('room')
    expect(await found(page)).toBe('40')
    await page.getByLabel('Kind of fault').selectOption('signaling')
    expect(await visibleCodes(page)).toEqual(['1102016'])
    await page.reload()
    expect(await found(page)).toBe('1')
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByLabel('Outcome').selectOption('failed')
    expect(await found(page)).toBe('1')
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByLabel('Made by').selectOption('wire')
    expect(await found(page)).toBe('1')
  })
})

test('the legend of the coverage filters by evidence', async () => {
  await visit('', async (page) => {
    const { evidence } = sampleLedger().rows[0] ?? {}
    const rows = sampleLedger().rows.filter((row) => row.evidence === evidence).length
    const legend = page.locator(`button[data-evidence="${evidence}"]`)
    await legend.click()
    expect(await found(page)).toBe(String(rows))
    expect(await legend.getAttribute('aria-pressed')).toBe('true')
    await legend.click()
    expect(await found(page)).toBe('232')
  })
})

test('an address with a code opens its row, whatever the filters', async () => {
  await visit('?section=mixer#1102016', async (page) => {
    const summary = rowOf(page, 1102016).locator('summary')
    expect(await summary.evaluate((element) => document.activeElement === element)).toBe(true)
    expect(await page.getByText('expect(zego).toSurface(1102016)').isVisible()).toBe(true)
  })
})

test('everything can be done from the keyboard', async () => {
  await visit('', async (page) => {
    await page.keyboard.press('/')
    await page.keyboard.type('token is broken')
    await page.keyboard.press('Enter')
    const row = rowOf(page, 1102016)
    await expect.poll(() => row.getAttribute('open')).not.toBeNull()
    await page.keyboard.press('Space')
    await expect.poll(() => row.getAttribute('open')).toBeNull()
  })
})

test('a Chinese browser sees Chinese, and a button changes that', async () => {
  await visit('', { locale: 'zh-CN' }, async (page) => {
    expect(await page.getByText('使用中的设备已断开').isVisible()).toBe(true)
    expect(await page.getByLabel('章节').locator('option').nth(1).innerText()).toMatch(/^通用 \(12\)$/)
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.getByText('使用中的设备已断开').isVisible()).toBe(false)
    expect(await page.getByText('A device in use was unplugged').isVisible()).toBe(true)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })
})

test('colours follow the system until the button is pressed', async () => {
  await visit('', { colorScheme: 'dark' }, async (page) => {
    const background = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
    const dark = await background()
    await page.getByRole('button', { name: 'Dark or light' }).click()
    const light = await background()
    expect(light).not.toBe(dark)
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await background()).toBe(light)
  })
})

test('builds of the SDK stand in a table, and what differs is said in words', async () => {
  await visit('', async (page) => {
    const table = page.getByRole('region', { name: 'SDK versions' }).getByRole('table')
    expect(await table.isVisible()).toBe(false)
    await page.locator('summary', { hasText: 'they differ in 2 of 2 situations' }).click()
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
      'Situation',
      '2.26.2',
      '3.5.0',
      '3.10.0 newest',
    ])
    const cells = table.getByRole('row', { name: 'Camera unplugged' }).getByRole('cell')
    expect((await cells.first().innerText()).split(/\s+/)).toEqual([
      'differs',
      '1006006',
      'event:deviceError',
      'Recorded',
    ])
    expect(await cells.last().innerText()).not.toContain('differs')
    expect(await page.getByText('Seen by npm run versions on 2026-01-02 01:00 UTC').isVisible()).toBe(true)
    await cells.first().getByRole('link', { name: '1006006' }).click()
    await expect.poll(() => rowOf(page, 1006006).getAttribute('open')).not.toBeNull()
  })
})

test('a row says in which builds its code behaves otherwise, and leads to the table', async () => {
  await visit('#1106010', async (page) => {
    const row = rowOf(page, 1106010)
    expect(await row.locator('.otherwise').innerText()).toBe('2.26.2 differs does not surface')
    const link = row.getByRole('link', { name: 'All situations and builds' })
    await link.focus()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('table').isVisible()).toBe(true)
  })
  await visit('#1002055', async (page) => {
    expect(await rowOf(page, 1002055).innerText()).not.toContain('In each build of the SDK')
  })
})

test('a version is a word to search by: it finds the codes that behave otherwise there', async () => {
  await visit('', async (page) => {
    await search(page).fill('2.26.2')
    expect(await visibleCodes(page)).toEqual(['1000017', '1106010'])
  })
})

test('a table that is too wide scrolls within itself, by keyboard, too, and keeps its situations in view', async () => {
  await visit('#sdk-versions', { viewport: { width: 390, height: 800 } }, async (page) => {
    const region = page.getByRole('region', { name: 'SDK versions' })
    const title = page.getByRole('rowheader').first()
    const before = await title.boundingBox()
    await region.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
    expect((await title.boundingBox())?.x).toBe(before?.x)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})

test('the table speaks Chinese', async () => {
  await visit('#sdk-versions', { locale: 'zh-CN' }, async (page) => {
    const row = page.getByRole('row', { name: '推流时拔掉摄像头' })
    expect(await row.getByRole('cell').first().innerText()).toMatch(/^不同/)
    expect(await page.getByRole('columnheader', { name: '最新' }).isVisible()).toBe(true)
  })
})

test.for([360, 800, 1280])('nothing sticks out of a window %i pixels wide', async (width) => {
  await visit('#1006006', { viewport: { width, height: 800 } }, async (page) => {
    await page.locator('.versions summary').click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
})

test('what an app or a payload says is text, never markup', async () => {
  await visit('#1006006', async (page) => {
    expect(await page.locator('pre', { hasText: 'onerror' }).isVisible()).toBe(true)
    expect(await page.title()).not.toBe('harmed')
  })
})

test('without scripts, every row can be read', async () => {
  await visit('', { javaScriptEnabled: false }, async (page) => {
    await rowOf(page, 1006006).locator('summary').click()
    expect(await page.getByText('Name the lost device').isVisible()).toBe(true)
    expect(await search(page).isVisible()).toBe(false)
  })
})

interface Seen {
  readonly requests: string[]
  /** Errors and warnings in the console, and of the page. */
  readonly complaints: string[]
}

type Look = (page: Page, seen: Seen) => Promise<void>

async function visit(where: string, options: BrowserContextOptions | Look, look?: Look): Promise<void> {
  if (typeof options === 'function') return visit(where, {}, options)
  const context = await browser.newContext({ locale: 'en-US', ...options })
  const page = await context.newPage()
  const seen: Seen = { requests: [], complaints: [] }
  page.on('request', (request) => seen.requests.push(request.url()))
  page.on('console', (message) => seen.complaints.push(message.text()))
  page.on('pageerror', (error) => seen.complaints.push(error.message))
  await page.goto(address + where)
  await look?.(page, seen)
  await context.close()
}

function search(page: Page) {
  return page.getByRole('searchbox', { name: 'Search by code or words' })
}

function rowOf(page: Page, code: number) {
  return page.locator(`details[data-code="${code}"]`)
}

function visibleCodes(page: Page): Promise<(string | null)[]> {
  return page
    .locator('details.row:visible')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-code')))
}

function found(page: Page): Promise<string> {
  return page.locator('#found').innerText()
}
