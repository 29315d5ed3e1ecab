import { playing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the service forbids the stream while it plays', { tag: '@1004025' }, async ({ app, faults, zego }) => {
  await app.watch()
  const forbidden = await faults.media.forbid({ role: 'player' })
  await expect(zego).toSurface(1004025, { via: 'event:playerStateUpdate' })
  await expect(app.playing('guest-stream')).toContainText('the attempt has ended')
  await expect(app).toReact(1004025)

  await forbidden.undo()
  await app.comesBack(playing(), 'Play again', () => app.button('Play again').click())
})
