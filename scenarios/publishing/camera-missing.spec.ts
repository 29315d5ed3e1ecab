import { expect, test } from '../test.ts'

test.use({ browserStage: 'no-devices' })

test('there is no camera and no microphone', { tag: '@1103061' }, async ({ app, faults, zego }) => {
  await faults.device.none()
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103061, { via: 'api:createStream' })
  await expect(app).toReact(1103061)
})

test('the newer call for a stream: there is nothing to capture from', {
  tag: ['@1103061', '@1103010'],
}, async ({ engine, faults, zego }) => {
  await engine.open()
  const none = await faults.device.none()
  const camera = await engine.call('createZegoStream', { camera: { video: true, audio: true } })
  await expect(zego).toSurface(1103061, { via: 'api:createZegoStream', since: none })
  expect(camera).toMatchObject({ how: 'rejected', value: { errorCode: 1103061 } })

  const unreadable = await faults.screen.unreadable()
  const screen = await engine.call('createZegoStream', { screen: { video: true } })
  await expect(zego).toSurface(1103010, { via: 'api:createZegoStream', since: unreadable })
  expect(screen).toMatchObject({ how: 'rejected', value: { errorCode: 1103010 } })
  await expect(engine).toReact(1103010)
})
