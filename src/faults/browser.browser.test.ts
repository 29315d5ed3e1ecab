import { expect } from 'vitest'
import { BrowserFaults } from './browser.ts'
import { named } from './testing/named.ts'
import { onStage } from './testing/target.ts'

const test = onStage('default')

test.for([
  'RTCPeerConnection',
  'getUserMedia',
  'enumerateDevices',
  'AudioContext',
  'WebSocket',
  'Worker',
] as const)('%s can be deleted from every document that follows', async (name, { target }) => {
  const browser = new BrowserFaults(target)
  expect(await browser.without(name)).toMatchObject({ means: 'patched', why: expect.stringContaining(name) })
  await target.page.goto(target.baseURL)
  const owner = name.startsWith('get') || name.startsWith('enum') ? 'navigator.mediaDevices' : 'window'
  expect(await target.page.evaluate(`typeof ${owner}.${name}`)).toBe('undefined')

  await browser.restore()
  await target.page.reload()
  expect(await target.page.evaluate(`typeof ${owner}.${name}`)).toBe('function')
})

test('an app that is not served over HTTPS gets no devices', async ({ target }) => {
  const receipt = await new BrowserFaults(target).insecure()
  expect(receipt).toMatchObject({ means: 'real', evidence: { isSecureContext: false, devices: false } })
  expect(await target.page.title()).toBe('App')
})

test('a hidden document knows it, until it is visible again', async ({ target }) => {
  const browser = new BrowserFaults(target)
  await target.page.goto(target.baseURL)
  await browser.hidden()
  expect(await target.page.evaluate(() => document.hidden)).toBe(true)
  await browser.visible()
  expect(await target.page.evaluate(() => document.hidden)).toBe(false)
})

test('timers of a hidden tab fire on whole seconds, and what is due happens at once when it shows', async ({
  target,
}) => {
  const browser = new BrowserFaults(target)
  const { page } = target
  await page.goto(target.baseURL)
  const receipt = await browser.hidden({ throttled: true })
  expect(receipt).toMatchObject({ means: 'patched', evidence: { msBetweenTimers: expect.any(Number) } })
  const seen = await page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 1)) // a second has just begun
    const fired: string[] = []
    const times: number[] = []
    const cancelled = setTimeout(() => fired.push('cancelled'), 1)
    clearTimeout(cancelled)
    await new Promise<void>((done) => {
      const tick = (text: string) => {
        fired.push(text)
        times.push(performance.now())
        if (fired.length < 3) return
        clearInterval(ticks)
        done()
      }
      const ticks = setInterval(tick, 10, 'tick')
    })
    setTimeout(() => (document.title = 'Due'), 0)
    const [first = 0, , third = 0] = times
    return { fired, ms: third - first }
  })
  expect(seen.fired).toEqual(['tick', 'tick', 'tick'])
  expect(seen.ms).toBeGreaterThan(500)
  await receipt.undo()
  await expect.poll(() => page.title()).toBe('Due')
  expect(await page.evaluate(() => setTimeout.toString().includes('native code'))).toBe(true)
  await expect(browser.hidden({ throttle: true } as never)).rejects.toThrow(/throttle/)
})

test('nothing of a frozen tab runs until it goes on', async ({ target }) => {
  const browser = new BrowserFaults(target)
  const { page } = target
  await page.goto(target.baseURL)
  await page.evaluate(() => Object.assign(window, { ticks: setInterval(() => (document.title += '.'), 1) }))
  const frozen = await browser.frozen()
  expect(frozen).toMatchObject({ means: 'real', evidence: { quietMs: expect.any(Number) } })
  let hasAnswered = false
  const answer = page.title().then((title) => {
    hasAnswered = true
    return title
  })
  await expect(browser.frozen()).rejects.toThrow(/a tab that runs, but found "it is frozen already"/)
  await page.context().newPage() // another tab of the same browser is none the worse
  expect(hasAnswered).toBe(false)
  await frozen.undo()
  expect(await answer).toMatch(/\.$/)

  await browser.frozen()
  await browser.restore()
  expect(await page.title()).toMatch(/\.$/)
})

test('what is patched twice is as it was once both have ended', async ({ target }) => {
  const browser = new BrowserFaults(target)
  await target.page.goto(target.baseURL)
  const [first, second] = [await browser.hidden(), await browser.hidden()]
  await first.undo()
  expect(await target.page.evaluate(() => document.hidden)).toBe(true)
  await second.undo()
  expect(await target.page.evaluate(() => document.hidden)).toBe(false)
})

test('a method of WebRTC rejects until it is mended', async ({ target }) => {
  const browser = new BrowserFaults(target)
  const { page } = target
  await browser.broken('createOffer')
  await page.goto(target.baseURL)
  const offer = () => new RTCPeerConnection().createOffer().then(({ type }) => type, String)
  expect(await page.evaluate(offer)).toMatch(/OperationError/)
  await browser.restore()
  expect(await page.evaluate(offer)).toBe('offer')
})

test('the main thread is slow until it is fast again', async ({ target }) => {
  const browser = new BrowserFaults(target)
  await target.page.goto(target.baseURL)
  expect(await browser.slow(20)).toMatchObject({ means: 'real', evidence: { times: 20 } })
  await browser.fast()
  const [first, second] = [await browser.slow(20), await browser.slow(30)]
  const { before } = second.evidence.msOfSameWork as { before: number }
  const msOfWork = () =>
    target.page.evaluate(() => {
      const start = performance.now()
      let sum = 0
      for (let left = 3e6; left; left -= 1) sum += Math.sqrt(left)
      return sum && performance.now() - start
    })
  await second.undo()
  await expect.poll(msOfWork, { timeout: 10_000 }).toBeGreaterThan(2 * before)
  await first.undo()
  await expect.poll(msOfWork, { timeout: 10_000 }).toBeLessThan(2 * before)
  await browser.restore()
})

test('a page that processes no sound has none that could be slow or broken', async ({ target }) => {
  const browser = named('browser', new BrowserFaults(target))
  await target.page.goto(target.baseURL)
  await expect(browser.slowSound()).rejects.toThrow(/browser\.slowSound was not injected/)
  await expect(browser.brokenSound()).rejects.toThrow(/browser\.brokenSound was not injected/)
  await browser.restore()
  await target.page.close()
  await expect(browser.slowSound()).rejects.toThrow(/page is closed/)
  await browser.restore()
})

test('what processes sound is slow, or fails', async ({ target }) => {
  const browser = new BrowserFaults(target)
  await target.page.goto(target.baseURL)
  await target.page.evaluate(async () => {
    const code = `registerProcessor('clock', class extends AudioWorkletProcessor {
      process() { return Date.now() > 0 }
    })`
    const context = new AudioContext()
    await context.audioWorklet.addModule(`data:text/javascript,${encodeURIComponent(code)}`)
    new AudioWorkletNode(context, 'clock').connect(context.destination)
  })
  const { means, evidence } = await browser.slowSound()
  expect([means, evidence.msBetweenLooks]).toEqual(['patched', [expect.any(Number)]])
  // 40 more, and what really passes between two looks.
  expect(Number([evidence.msBetweenLooks])).toBeGreaterThanOrEqual(40)
  expect(await browser.brokenSound()).toMatchObject({ evidence: { worklets: 1, threw: true } })
  await browser.restore()
})

test('names that do not exist are refused with those that do', async ({ target }) => {
  const browser = new BrowserFaults(target)
  await expect(browser.without('Bluetooth' as 'Worker')).rejects.toThrow(
    /no capability named "Bluetooth"[\s\S]*WebGL/,
  )
  await expect(browser.broken('close' as 'createOffer')).rejects.toThrow(
    /one of createOffer, .*, not "close"/,
  )
  await expect(browser.without('toString' as 'Worker')).rejects.toThrow(/no capability named "toString"/)
  await expect(browser.broken('toString' as 'createOffer')).rejects.toThrow(
    /browser\.broken takes one of .*, not "toString"/,
  )
  await expect(browser.without('WebGL')).rejects.toThrow(/test\.use\(\{ browserStage: 'old-browser' \}\)/)
})
