import { describe, expect } from 'vitest'
import { BrowserFaults } from './browser.ts'
import { DeviceFaults } from './device.ts'
import { attemptCapture, listDevices } from './in-page/probe.ts'
import { ScreenFaults } from './screen.ts'
import { capture } from './testing/page.ts'
import { onStage } from './testing/target.ts'

describe('no-devices', () => {
  const test = onStage('no-devices')
  test('has no device and no screen', async ({ target }) => {
    expect(await new DeviceFaults(target).none()).toMatchObject({ means: 'real' })
    expect(await new ScreenFaults(target).unreadable()).toMatchObject({
      means: 'real',
      evidence: { attempt: { outcome: 'NotReadableError' } },
    })
  })
})

describe('busy-microphone', () => {
  const test = onStage('busy-microphone')
  test('lists microphones that cannot be opened, and has a camera that can', async ({ target }) => {
    expect(await new DeviceFaults(target).busy('microphone')).toMatchObject({ means: 'real' })
    expect(await attemptCapture(target.page, { video: true })).toMatchObject({ outcome: 'captured' })
  })
})

describe('screen-rejected', () => {
  const test = onStage('screen-rejected')
  test('has a user who cancels the picker', async ({ target }) => {
    const screen = new ScreenFaults(target)
    expect(await screen.cancelled()).toMatchObject({
      means: 'real',
      evidence: { attempt: { message: 'Permission denied by user' } },
    })
    await screen.restore()
  })
})

describe('screen-denied', () => {
  const test = onStage('screen-denied')
  test('has a browser that asks nobody, and refuses', async ({ target }) => {
    expect(await new ScreenFaults(target).denied()).toMatchObject({
      means: 'real',
      evidence: { attempt: { message: 'Permission denied' } },
    })
    expect(await attemptCapture(target.page, { video: true })).toMatchObject({ outcome: 'NotAllowedError' })
  })
})

describe('autoplay-blocked', () => {
  const test = onStage('autoplay-blocked')
  test('refuses sound without a click', async ({ target }) => {
    expect(await new BrowserFaults(target).autoplayBlocked()).toMatchObject({
      evidence: { play: 'NotAllowedError' },
    })
  })
})

describe('strict-sdp', () => {
  const test = onStage('strict-sdp')
  test('takes a description as it was made, and none that was changed', async ({ target }) => {
    expect(await new BrowserFaults(target).strictSdp()).toMatchObject({
      means: 'real',
      evidence: { asMade: 'taken', changed: expect.stringMatching(/^InvalidModificationError/) },
    })
  })
})

describe('back-forward-cache', () => {
  const test = onStage('back-forward-cache')
  test('shows a page as it was left, unless it captures', async ({ target }) => {
    const browser = new BrowserFaults(target)
    await expect(browser.backForward()).rejects.toThrow('Open the app first')
    await target.page.goto(target.baseURL)
    await target.page.evaluate(() => void Reflect.set(window, 'kept', 'what was typed'))
    expect(await browser.backForward()).toMatchObject({ means: 'real', evidence: { persisted: true } })
    expect(await target.page.evaluate(() => Reflect.get(window, 'kept'))).toBe('what was typed')
    expect(target.page.url()).toBe(new URL('/', target.baseURL).href)

    await capture(target.page, { audio: true })
    await expect(browser.backForward()).rejects.toThrow('audio-capture')
  })
})

describe('old-browser', () => {
  const test = onStage('old-browser')
  test('really lacks what newer ones have, and captures all the same', async ({ target }) => {
    const browser = new BrowserFaults(target)
    for (const name of [
      'getDisplayMedia',
      'setSinkId',
      'RTCRtpScriptTransform',
      'WebGL',
      'WebAssembly',
    ] as const) {
      expect(await browser.without(name)).toMatchObject({ means: 'real' })
    }
    expect(await attemptCapture(target.page, { audio: true, video: true })).toMatchObject({
      outcome: 'captured',
    })
  })
})

describe('two-cameras', () => {
  const test = onStage('two-cameras')
  test('has two cameras', async ({ target }) => {
    await target.page.goto(target.baseURL)
    expect((await listDevices(target.page)).camera).toHaveLength(2)
  })

  test('has two cameras of which one can be pulled out, the first one too', async ({ target }) => {
    await target.page.goto(target.baseURL)
    const [first = '', second] = (await listDevices(target.page)).camera
    await capture(target.page, { video: true })
    const { evidence } = await new DeviceFaults(target).unplug('camera', { label: first })
    expect(evidence).toEqual({ listed: { before: [first, second], after: [second] }, ended: [first] })
    await capture(target.page, { video: true })
    const labels = () => window.stream.getTracks().map(({ label }) => label)
    expect(await target.page.evaluate(labels)).toEqual([second])
  })
})
