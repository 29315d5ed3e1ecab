import { expect, test } from '../test.ts'

test('the service forbids the stream while it plays', { tag: '@1004025' }, async ({ app, faults, zego }) => {
  await app.watch()
  await faults.media.forbid({ role: 'player' })
  await expect(zego).toSurface(1004025, { via: 'event:playerStateUpdate' })
  await expect(app.playing('guest-stream')).toContainText('the attempt has ended')
  await expect(app).toReact(1004025)
})
