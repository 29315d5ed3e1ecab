import type { LiveRoom } from '../live-room.ts'
import { sending } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

const [BUILT_IN, HEADSET, OTHER] = ['Fake Default Audio Input', 'Fake Audio Input 1', 'Fake Audio Input 2']

/** Names of the devices that a picture and its sound come from. */
const sourcesOf = (element: Element): string[] =>
  ((element as HTMLVideoElement).srcObject as MediaStream).getTracks().map(({ label }) => label)

async function goLiveWithHeadset(app: LiveRoom): Promise<void> {
  await app.join()
  await app.page.getByLabel('Microphone').selectOption(HEADSET)
  await app.button('Go live').click()
  await expect(app.publishing).toHaveText('Live')
}

test('the headset is pulled out while live, and the app goes on with another microphone', {
  tag: '@1006006',
}, async ({ app, faults, zego }) => {
  const microphone = app.page.getByLabel('Microphone')
  await goLiveWithHeadset(app)
  await app.button('Show sound levels').click()
  await expect(app.soundLevels).toHaveText('Youheard')
  const pulled = await faults.device.unplug('microphone', { label: HEADSET })
  await expect(zego).toSurface(1006006, { via: 'event:deviceError' })
  await expect(app).toReact(1006006, { device: 'microphone' })
  await expect(app.soundLevels).toHaveText('Yousilent')
  expect(pulled.evidence).toMatchObject({ ended: [HEADSET], listed: { after: [BUILT_IN, OTHER] } })
  await expect(microphone.locator('option', { hasText: HEADSET })).toHaveCount(0)
  await expect(microphone.locator('option', { hasText: OTHER })).toHaveCount(1)

  await app.recover(sending('microphone'))
  await expect(app.publishing).toHaveText('Live')
  await expect(app.soundLevels).toHaveText('Youheard')
})

test('the headset is pulled out while live, and plugged in again', { tag: '@1006006' }, async ({
  app,
  faults,
  zego,
}) => {
  await goLiveWithHeadset(app)
  await faults.device.unplug('microphone', { label: HEADSET })
  await expect(zego).toSurface(1006006, { via: 'event:deviceError' })
  await expect(app).toReact(1006006, { device: 'microphone' })
  await app.comesBack(sending('microphone'), 'device.plug', () =>
    faults.device.plug('microphone', { label: HEADSET }),
  )
})

test('the default microphone changes under a live track, twice', { tag: '@1006006' }, async ({
  app,
  eachRow,
  faults,
  zego,
}) => {
  await app.goLive()
  const defaults = [
    { what: BUILT_IN, left: [HEADSET, OTHER] },
    { what: HEADSET, left: [OTHER] },
  ]
  await eachRow(defaults, async ({ what: label, left }) => {
    const pulled = await faults.device.unplug('microphone', { label })
    await expect(zego).toSurface(1006006, { via: 'event:deviceError', since: pulled })
    await expect(app).toReact(1006006, { device: 'microphone' })
    expect(pulled.evidence).toMatchObject({ ended: [label], listed: { after: left } })
    await app.recover(sending('microphone'))
  })
})

test('a microphone that nobody uses is pulled out, and the sound goes on', { tag: '@no-code' }, async ({
  app,
  faults,
  zego,
}) => {
  const microphone = app.page.getByLabel('Microphone')
  await goLiveWithHeadset(app)
  const unused = await faults.device.unplug('microphone', { label: OTHER })
  expect(unused.evidence).toMatchObject({ ended: [], listed: { after: [BUILT_IN, HEADSET] } })
  await expect(zego).toEmit('audioDeviceStateChanged', 'DELETE')
  await expect(microphone.locator('option', { hasText: OTHER })).toHaveCount(0)
  await expect.poll(sending('microphone')(app).watch()).toBe(true)
  await expect(app.publishing).toHaveText('Live')
  await expect(zego).not.toSurface(1006006)

  // Nor does it take over when it is there again, and the chosen one is used the next time, too.
  await faults.device.plug('microphone', { label: OTHER })
  await expect(microphone.locator('option', { hasText: OTHER })).toHaveCount(1)
  const preview = app.page.getByLabel('Your preview')
  expect(await preview.evaluate(sourcesOf)).toContain(HEADSET)
  await app.page.getByLabel('Camera').selectOption({ index: 1 })
  await app.button('End live').click()
  await app.button('Stop preview').click()
  await app.button('Go live').click()
  await expect(app.publishing).toHaveText('Live')
  expect(await preview.evaluate(sourcesOf)).toContain(HEADSET)

  // Whoever comes again has chosen already.
  await app.open()
  await expect(microphone.locator('option:checked')).toHaveText(HEADSET)
})
