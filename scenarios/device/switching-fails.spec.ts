import type { LiveRoom } from '../live-room.ts'
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
  await faults.device.busy('camera')
  await app.page.getByLabel('Camera').selectOption({ index: 1 })
  await expect(zego).toSurface(1103045, { via: 'api:useVideoDevice' })
  await expect(app).toReact(1103045, { device: 'camera' })

  await faults.device.restore()
  await app.recover(switched)
  await expect(app.publishing).toHaveText('Live')
})
