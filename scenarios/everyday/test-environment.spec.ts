import { expect, test } from '../test.ts'

test('in the test environment of ZEGO everybody is seen, and streams have the IDs that the app gave them', {
  tag: '@no-code',
}, async ({ app, cloud }) => {
  app.settings = { server: 'wss://webliveroom-test.zego.im/ws' }
  await app.watch()
  await expect.poll(() => app.pictures('guest')).toBeGreaterThan(10)
  await cloud.playing({ stream: 'guest-stream' })
  const [asked] = cloud.journal.named('CreateSessionWithSdpReq')
  expect(asked?.message).toMatchObject({ streamId: expect.stringMatching(/^zegotest-\d+-guest-stream$/) })
})
