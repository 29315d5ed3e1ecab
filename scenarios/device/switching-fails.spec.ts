import type { LiveRoom } from '../live-room.ts'
import { sending } from '../reacting/ends.ts'
import type { End } from '../reacting/recovery.ts'
import { expect, test } from '../test.ts'

/** The SDK has taken the other camera. */
const switched = ({ alert, zego }: LiveRoom): End => ({
  what: 'the SDK has switched the camera',
  isSo: async () => (await alert.innerText()) === '',
  watch: () => {
    const since = Date.now()
    return () => zego.surfaced(0, 'api:useVideoDevice', since) !== undefined
  },
})

// The code says that there is no picture at all; the SDK gives it for every switch that fails.
test('another program holds the camera that is switched to', { tag: '@1103045' }, async ({
  app,
  faults,
  zego,
}) => {
  await app.goLive()
  const busy = await faults.device.busy('camera')
  await app.page.getByLabel('Camera').selectOption({ index: 1 })
  await expect(zego).toSurface(1103045, { via: 'api:useVideoDevice' })
  await expect(app).toReact(1103045, { device: 'camera' })

  await busy.undo()
  await app.recover(switched)
  await expect(app.publishing).toHaveText('Live')

  // What the browser would choose is a camera like any other.
  const again = switched(app).watch()
  await app.page.getByLabel('Camera').selectOption('Default')
  await expect.poll(again).toBe(true)
  await expect(zego).not.toSurface(1103048)
})

test('a microphone is chosen for a stream without sound', { tag: '@1103046' }, async ({
  app,
  faults,
  zego,
}) => {
  const microphone = app.page.getByLabel('Microphone')
  await app.join()
  await microphone.selectOption('No microphone')
  await app.button('Go live').click()
  await expect(app.publishing).toHaveText('Live')
  const choose = () => microphone.selectOption({ index: 1 })
  await faults.misuse.call('a microphone for a stream without sound', choose)
  await expect(zego).toSurface(1103046, { via: 'api:useAudioDevice' })
  await expect(app).toReact(1103046, { device: 'microphone' })

  await app.button('End live').click()
  await app.comesBack(sending('microphone'), 'a stream with sound', async () => {
    await app.button('Stop preview').click()
    await app.button('Go live').click()
  })
})
