import type { Page } from '@playwright/test'
import { expect, test } from '../test.ts'

/** Captures as an app does. @returns the states of the tracks by kind, whenever asked */
async function capture(page: Page): Promise<() => Promise<Record<string, string>>> {
  const stream = await page.evaluateHandle(() =>
    navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
  )
  const states = (stream: MediaStream) =>
    Object.fromEntries(stream.getTracks().map(({ kind, readyState }) => [kind, readyState]))
  return () => stream.evaluate(states)
}

const listed = (page: Page, kind: MediaDeviceKind) =>
  page.evaluate(
    async (wanted) =>
      (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === wanted).length,
    kind,
  )
const onLine = (page: Page) => page.evaluate(() => navigator.onLine)
const now = (page: Page) => page.evaluate(() => Date.now())
const live = { audio: 'live', video: 'live' }

test.describe('a fault for one person', { tag: '@no-code' }, () => {
  test('puts one out of the room, and says whose page it was for', async ({ app, faults, newcomer }) => {
    const pupil = await newcomer('pupil')
    await app.join()
    await pupil.join()
    const { fault, evidence } = await faults.for(pupil.page).signaling.kick()
    expect({ fault, ...evidence }).toMatchObject({
      fault: 'signaling.kick',
      userId: 'pupil',
      page: pupil.page.url(),
    })
    await expect(pupil.connection).toHaveText('Disconnected')
    await expect(app.connection).toHaveText('Connected')
  })

  test('takes the media of one away, and leaves that of the other', async ({
    app,
    cloud,
    faults,
    newcomer,
  }) => {
    const pupil = await newcomer('pupil')
    await app.goLive()
    await pupil.goLive()
    const { evidence } = await faults.for(pupil.page).network.cut('media')
    expect(evidence).toMatchObject({ target: 'media', page: pupil.page.url() })
    const dropped = (user: string) =>
      cloud.gateway.find({ user }).reduce((sum, { peer }) => sum + peer.stats().droppedIn, 0)
    await expect.poll(() => dropped('pupil')).toBeGreaterThan(0)
    expect(dropped('host')).toBe(0)
    await expect(faults.for(pupil.page).media.close({}, { user: 'host' })).rejects.toThrow(
      /a media session that matches/,
    )
  })

  test('acts on the permission, the network and the clock of one context', async ({
    page,
    browser,
    faults,
  }) => {
    const other = await (await browser.newContext()).newPage()
    const hers = faults.for(other)
    await hers.time.control()
    await Promise.all([page.goto('/'), other.goto('/')])
    const [here, there] = [await capture(page), await capture(other)]

    const receipts = [
      await hers.permission.revoke('all'),
      await hers.network.offline(),
      await hers.time.jump('1h', { of: 'page' }),
    ]
    for (const { evidence } of receipts) expect(evidence).not.toHaveProperty('alsoHit')
    expect([await there(), await here()]).toEqual([{ audio: 'ended', video: 'ended' }, live])
    expect([await onLine(other), await onLine(page)]).toEqual([false, true])
    expect((await now(other)) - (await now(page))).toBeGreaterThan(3_500_000)
  })

  for (const kind of ['camera', 'microphone'] as const)
    test(`pulls the ${kind} of one page, whoever shares its context`, async ({ page, context, faults }) => {
      const other = await context.newPage()
      await Promise.all([page.goto('/'), other.goto('/')])
      const [here, there] = [await capture(page), await capture(other)]
      const [device, track] =
        kind === 'camera' ? (['videoinput', 'video'] as const) : (['audioinput', 'audio'] as const)

      const unplugged = await faults.for(other).device.unplug(kind)
      expect(unplugged.means).toBe('patched')
      expect([await there(), await here()]).toEqual([{ ...live, [track]: 'ended' }, live])
      expect(await listed(other, device)).toBe(0)
      expect(await listed(page, device)).toBeGreaterThan(0)

      await unplugged.undo()
      expect(await listed(other, device)).toBeGreaterThan(0)
      const { evidence, means } = await faults.device.crash(kind)
      expect({ means, ended: evidence.ended }).toEqual({ means: 'patched', ended: [expect.any(String)] })
    })

  test('says whom else it hit where one context is all there is', async ({ page, context, faults }) => {
    const other = await context.newPage()
    await Promise.all([page.goto('/'), other.goto('/')])
    const denied = await faults.for(other).permission.deny('camera')
    expect(denied.evidence.alsoHit).toEqual([page.url()])
    const hidden = await faults.for(other).browser.hidden()
    expect(hidden.evidence).not.toHaveProperty('alsoHit')
    expect(await page.evaluate(() => document.hidden)).toBe(false)
  })

  test('is refused where it can only be for all', async ({ page, browser, faults }) => {
    const other = await (await browser.newContext()).newPage()
    await Promise.all([page.goto('/'), other.goto('/')])
    await capture(page)
    const hers = faults.for(other)
    await expect(hers.signaling.silence('LoginRoomReq')).rejects.toThrow(/answers everybody/)
    await expect(hers.media.notOffered()).rejects.toThrow(/faults\.media\.notOffered/)
    await expect(faults.device.freeze()).rejects.toThrow(/would freeze the camera of these pages too/)
  })

  test('is refused for a context that goes its own way', async ({ page, browser, faults }) => {
    const proxied = await browser.newContext({ proxy: { server: 'http://127.0.0.1:9' } })
    const stranger = await proxied.newPage()
    expect(() => faults.for(stranger)).toThrow(/with a proxy of its own/)
    expect(faults.for(page).network).toBe(faults.network)
    expect(() => faults.for(proxied as unknown as Page)).toThrow(/takes the page of a person/)
  })
})
