import { joinBeside } from '../playing/picked-panel.ts'
import { expect, test } from '../test.ts'

const [BUILT_IN, HEADPHONES] = ['Fake Default Audio Output', 'Fake Audio Output 1']

/** Name of the speaker that a video is heard through. */
async function speakerOf(element: Element): Promise<string | undefined> {
  const { sinkId } = element as HTMLVideoElement
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices.find(({ kind, deviceId }) => kind === 'audiooutput' && deviceId === sinkId)?.label
}

test('the headphones are pulled out while somebody is heard, and plugged in again', {
  tag: '@no-code',
}, async ({ app, faults, zego }) => {
  const heardThrough = () => app.video('guest').evaluate(speakerOf)
  const status = app.page.getByRole('status', { name: 'Speaker status' })
  await app.watch()
  const speaker = app.page.getByLabel('Speaker', { exact: true })
  await speaker.selectOption(HEADPHONES)
  await expect.poll(heardThrough).toBe(HEADPHONES)

  await faults.device.unplug('speaker', { label: HEADPHONES })
  await expect(zego).toEmit('audioDeviceStateChanged', 'DELETE')
  await expect(status).toHaveText(`${HEADPHONES} is gone. You hear the others through another speaker.`)
  await expect(speaker.locator('option:checked')).toHaveText(`${HEADPHONES} (gone)`)
  await expect.poll(heardThrough).toBe(BUILT_IN)
  await app.sees('guest')

  await faults.device.plug('speaker', { label: HEADPHONES })
  await expect.poll(heardThrough).toBe(HEADPHONES)
  await expect(speaker.locator('option:checked')).toHaveText(HEADPHONES)
  await expect(status).toBeEmpty()

  await speaker.selectOption('Default')
  await expect.poll(heardThrough).toBe(BUILT_IN)
})

test('the headphones that are chosen do not start, and then do', { tag: '@no-code' }, async ({
  app,
  faults,
  zego,
}) => {
  await app.watch()
  const broken = await faults.browser.broken('setSinkId')
  await app.page.getByLabel('Speaker', { exact: true }).selectOption(HEADPHONES)
  await expect(zego).toSurface(1103093, { via: 'api:useAudioOutputDevice', undocumented: true })
  await expect(app.alert).toContainText('You do not hear the others through the speaker that you chose')

  await broken.undo()
  await app.alert.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => app.video('guest').evaluate(speakerOf)).toBe(HEADPHONES)

  // Who leaves hears nobody, through whichever speaker.
  await faults.browser.broken('setSinkId')
  await app.page.getByLabel('Speaker', { exact: true }).selectOption('Default')
  await expect(app.alert).toContainText('You do not hear the others through the speaker that you chose')
  await app.button('Leave').click()
  await expect(app.alert).toBeEmpty()
})

test('whoever is picked by an ID is heard through the chosen speaker, too', { tag: '@no-code' }, async ({
  app,
}) => {
  const picked = await joinBeside(app, 's1')
  const heardThrough = () => app.page.getByLabel('Video picked by ID').evaluate(speakerOf)
  const speaker = app.page.getByLabel('Speaker', { exact: true })
  await speaker.selectOption(HEADPHONES)
  await picked.watch('s1')
  await expect(picked.status).toHaveText('Watching')
  await expect.poll(heardThrough).toBe(HEADPHONES)
  await speaker.selectOption('Default')
  await expect.poll(heardThrough).toBe(BUILT_IN)
})

test('a speaker is chosen that was pulled out a moment ago', { tag: '@no-code' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  const id = await engine.page.evaluate(async (name) => {
    const speakers = await window.engine.getSpeakers()
    return speakers.find(({ deviceName }) => deviceName === name)?.deviceID ?? ''
  }, HEADPHONES)
  await faults.device.unplug('speaker', { label: HEADPHONES })
  await engine.page.evaluate(async (id) => {
    const element = document.createElement('video')
    const call = () => window.engine.useAudioOutputDevice(element, id)
    return window.reactTo('useAudioOutputDevice', call)
  }, id)
  await expect(zego).toSurface(1103093, { via: 'api:useAudioOutputDevice', undocumented: true })
})
