import type { LiveRoom } from '../live-room.ts'
import { sending } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

/** Two people who are live in one room. */
async function together(app: LiveRoom, newcomer: (userId: string) => Promise<LiveRoom>): Promise<LiveRoom> {
  const pupil = await newcomer('pupil')
  await app.goLive()
  await pupil.goLive()
  return pupil
}

test('one of two people loses the camera, and the other one keeps hers', { tag: '@1006006' }, async ({
  app,
  faults,
  newcomer,
  zego,
}) => {
  const pupil = await together(app, newcomer)
  await pupil.sees('host')

  const { evidence } = await faults.device.unplug('camera')
  await expect(zego).toSurface(1006006, { via: 'event:deviceError' })
  await expect(app).toReact(1006006, { device: 'camera' })
  await expect(app.publishing).toHaveText('Live, without a picture')
  expect(evidence.ended).toHaveLength(1)
  await expect(pupil.publishing).toHaveText('Live')
  await app.sees('pupil')

  await app.comesBack(sending('camera'), 'device.plug', () => faults.device.plug('camera'))
  await pupil.sees('host')
})

test('the second of two people loses the camera, and the first one keeps hers', { tag: '@1006006' }, async ({
  app,
  faults,
  newcomer,
  zego,
}) => {
  const pupil = await together(app, newcomer)
  await app.sees('pupil')

  const unplugged = await faults.for(pupil.page).device.unplug('camera')
  await expect(zego).toSurface(1006006, { via: 'event:deviceError' })
  await expect(pupil).toReact(1006006, { device: 'camera' })
  await expect(pupil.publishing).toHaveText('Live, without a picture')
  expect(unplugged).toMatchObject({ fault: 'device.unplug', means: 'patched' })
  await expect(app.publishing).toHaveText('Live')
  await pupil.sees('host')

  await pupil.comesBack(sending('camera'), 'undo', () => unplugged.undo())
  await app.sees('pupil')
})
