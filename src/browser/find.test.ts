import { expect, test } from 'vitest'
import { describeChromium, findChromium } from './find.ts'
import { fakeHost } from './testing/fake-host.ts'

const bundled = { '/cache/chromium-1/chrome': 'Google Chrome for Testing 159.0.8154.6' }
const debian = { '/usr/bin/chromium': 'Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)' }
const chrome = { '/usr/bin/google-chrome': 'Google Chrome 155.0.1.2' }

test('takes $CHROMIUM_PATH before anything else', () => {
  const host = fakeHost({
    env: { CHROMIUM_PATH: '/opt/chromium' },
    files: { '/opt/chromium': 'Chromium 150.0.0.1', ...bundled, ...debian },
  })
  expect(findChromium(host)).toEqual({
    source: '$CHROMIUM_PATH',
    executablePath: '/opt/chromium',
    version: 'Chromium 150.0.0.1',
  })
})

test('never replaces a $CHROMIUM_PATH that does not run', () => {
  const host = fakeHost({ env: { CHROMIUM_PATH: '/opt/gone' }, files: debian })
  expect(() => findChromium(host)).toThrow(/\$CHROMIUM_PATH \(\/opt\/gone\): not there[\s\S]*unset it/)
})

test("takes Playwright's own full browser before the system's", () => {
  expect(findChromium(fakeHost({ files: { ...bundled, ...debian } }))).toEqual({
    source: 'Playwright',
    channel: 'chromium',
    version: 'Google Chrome for Testing 159.0.8154.6',
  })
})

test("passes over a Playwright browser whose libraries are missing, and takes the system's", () => {
  const host = fakeHost({ files: { '/cache/chromium-1/chrome': undefined, ...debian } })
  expect(findChromium(host)).toMatchObject({ source: 'system', executablePath: '/usr/bin/chromium' })
})

test('passes over a snap placeholder that prints an error', () => {
  const host = fakeHost({ files: { '/usr/bin/chromium-browser': undefined, ...chrome } })
  expect(findChromium(host).executablePath).toBe('/usr/bin/google-chrome')
})

test('refuses a headless shell, which has no permissions', () => {
  const host = fakeHost({
    env: { CHROMIUM_PATH: '/opt/chrome-headless-shell' },
    files: { '/opt/chrome-headless-shell': 'Google Chrome for Testing 159.0.0.1' },
  })
  expect(() => findChromium(host)).toThrow(/headless shell cannot ask for permissions/)
})

test('looks in the usual places of macOS and Windows', () => {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
  const onMac = fakeHost({ platform: 'darwin', files: { [mac]: 'Google Chrome 155.0.1.2' } })
  const onWindows = fakeHost({ platform: 'win32', files: { [windows]: undefined } })
  expect(findChromium(onMac).executablePath).toBe(mac)
  expect(findChromium(onWindows)).toMatchObject({ executablePath: windows, version: 'unknown' })
})

test('says every place it looked at, why nothing was taken, and what to do', () => {
  const host = fakeHost({ files: { '/usr/bin/chromium': undefined } })
  expect(() => findChromium(host)).toThrow(
    /Playwright's Chromium .*: not there\n.*\/usr\/bin\/chromium: does not run: cannot open shared object file[\s\S]*CHROMIUM_PATH/,
  )
})

test('says in one line which browser was taken', () => {
  expect(describeChromium(findChromium(fakeHost({ files: debian })))).toBe(
    'Browser: Chromium 156.0.8078.79, from the system (/usr/bin/chromium)',
  )
  expect(describeChromium(findChromium(fakeHost({ files: bundled })))).toBe(
    'Browser: Google Chrome for Testing 159.0.8154.6, from Playwright',
  )
})

test('a file that says its version and fails all the same does not run', () => {
  const host = fakeHost({ files: { '/usr/bin/chromium': 'Chromium 156.0.8078.79' } })
  const run = () => ({ ok: false, output: 'Chromium 156.0.8078.79' })
  expect(() => findChromium({ ...host, run })).toThrow(/does not run: Chromium 156/)
})
