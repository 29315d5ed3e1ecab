import { expect, test } from 'vitest'
import { ensureChromium } from './install.ts'
import { fakeHost } from './testing/fake-host.ts'

const download = 'node /playwright/cli.js install --no-shell chromium'
const dependencies = 'node /playwright/cli.js install-deps chromium'
const update = 'env DEBIAN_FRONTEND=noninteractive apt-get update'
const install = 'env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium'
const bundled = '/cache/chromium-1/chrome'

test('installs nothing when a browser is there', async () => {
  const host = fakeHost({ files: { '/usr/bin/chromium': 'Chromium 156.0.8078.79' } })
  expect(await ensureChromium(host)).toMatchObject({ source: 'system' })
  expect(host.shown).toEqual([])
})

test("downloads Playwright's when there is none", async () => {
  const host = fakeHost({
    onShow: (_, files) => Boolean(files.set(bundled, 'Google Chrome for Testing 159.0.0.1')),
  })
  expect(await ensureChromium(host)).toMatchObject({ source: 'Playwright' })
  expect(host.shown).toEqual([download])
})

test("falls through a failing download to Debian's package", async () => {
  const host = fakeHost({
    onShow(commandLine, files) {
      if (commandLine === install) files.set('/usr/bin/chromium', 'Chromium 156.0.8078.79')
      return commandLine !== download
    },
  })
  expect(await ensureChromium(host)).toMatchObject({ source: 'system', executablePath: '/usr/bin/chromium' })
  expect(host.shown).toEqual([download, update, install])
})

test('installs the libraries of a download that does not run', async () => {
  const host = fakeHost({
    onShow(commandLine, files) {
      files.set(bundled, commandLine === dependencies ? 'Google Chrome for Testing 159.0.0.1' : undefined)
      return true
    },
  })
  expect(await ensureChromium(host)).toMatchObject({ source: 'Playwright' })
  expect(host.shown).toEqual([download, dependencies])
})

test('a list of packages that cannot be had is no reason to go on', async () => {
  const host = fakeHost({ onShow: () => false })
  await expect(ensureChromium(host)).rejects.toThrow(/install Debian's package: failed, see above/)
  expect(host.shown).toEqual([download, update])
})

test('uses sudo where it needs no password', async () => {
  const host = fakeHost({
    isRoot: false,
    sudo: true,
    onShow(commandLine, files) {
      if (commandLine.includes('apt-get install')) files.set('/usr/bin/chromium', 'Chromium 156.0.8078.79')
      return commandLine.startsWith('sudo')
    },
  })
  expect(await ensureChromium(host)).toMatchObject({ source: 'system' })
  expect(host.shown.slice(1)).toEqual([`sudo -n ${update}`, `sudo -n ${install}`])
})

test('says what was tried and what to do when nothing can be installed', async () => {
  const host = fakeHost({ isRoot: false })
  await expect(ensureChromium(host)).rejects.toThrow(
    /install Playwright's download: failed, see above[\s\S]*install Debian's package: needs root, or sudo without a password[\s\S]*CHROMIUM_PATH/,
  )
  expect(host.shown).toEqual([download])
})

test('does not try apt-get where there is none', async () => {
  await expect(ensureChromium(fakeHost({ platform: 'darwin' }))).rejects.toThrow(/this system has no apt-get/)
})

test('does not install over an explicit choice, nor when installing is forbidden', async () => {
  const chosen = fakeHost({ env: { CHROMIUM_PATH: '/opt/gone' } })
  const forbidden = fakeHost({ env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' } })
  await expect(ensureChromium(chosen)).rejects.toThrow(/CHROMIUM_PATH/)
  await expect(ensureChromium(forbidden)).rejects.toThrow(/Tried:/)
  expect([...chosen.shown, ...forbidden.shown]).toEqual([])
})

test('two at once install only once', async () => {
  const host = fakeHost({
    onShow: (_, files) => Boolean(files.set(bundled, 'Google Chrome for Testing 159.0.0.1')),
  })
  const both = await Promise.all([ensureChromium(host), ensureChromium(host)])
  expect(both.map(({ source }) => source)).toEqual(['Playwright', 'Playwright'])
  expect(host.shown).toEqual([download])
  expect(host.said).toContain('Another process is installing a browser; waiting for it ...')
})
