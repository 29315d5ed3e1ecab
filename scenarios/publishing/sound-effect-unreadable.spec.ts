import { expect, makeToken, test } from '../test.ts'

test('a sound effect that is no sound', { tag: '@1103057' }, async ({ engine, faults, zego }) => {
  await engine.open()
  await faults.http.answer('*/boom.mp3', { json: { error: 'The sound is gone.' } })
  const ending = await engine.call('loadAudioEffect', 'boom', '/boom.mp3')
  await expect(zego).not.toSurface(1103057)

  await faults.signaling.force(1103057)
  await engine.call('loginRoom', engine.roomId, makeToken(), { userID: engine.userId })
  await expect(zego).toSurface(1103057, { via: 'api:loginRoom' })
  await expect(engine.alert).toContainText(/could not read the sound file/)
  expect(ending).toMatchObject({ how: 'rejected', value: { name: 'EncodingError' } })
})
