import { live } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

const [only, northAmerica] = [1, [3]]

test('a geofence that is set after the engine was made', { tag: '@1001021' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.load()
  const wrong = await engine.callStatic('setGeoFence', 3, northAmerica)
  expect(wrong.value).toMatchObject({ message: 'GeoFencing set Error' })
  await engine.create()
  const setGeoFence = () => engine.callStatic('setGeoFence', only, northAmerica)
  await faults.misuse.call('setGeoFence after new', setGeoFence)
  await expect(zego).toSurface(1001021, { via: 'api:setGeoFence' })
  await expect(engine).toReact(1001021)

  // The lock is never opened again.
  await engine.call('destroyEngine')
  expect(await setGeoFence()).toMatchObject({ how: 'threw', value: { code: 1001021 } })
})

test('the media server lies outside of the fence', { tag: '@1001021' }, async ({ app, faults, zego }) => {
  const outside = await faults.media.answer('CreateSessionWithSdpReq', reply.code(1021))
  await app.joinLiveRoom()
  await expect(zego).toSurface(1001021, { via: 'event:playerStateUpdate' })
  await app.button('Go live').click()
  await expect(zego).toSurface(1001021, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1001021)

  await outside.undo()
  await app.button('Play again').click()
  await expect(app.playing('guest-stream')).toHaveText('Playing')
  await app.comesBack(live, 'Go live', () => app.button('Go live').click())
})
