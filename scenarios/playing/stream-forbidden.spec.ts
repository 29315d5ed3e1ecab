import { action, denied } from '../../fixtures/index.ts'
import { playing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the service forbids the stream while it plays', { tag: '@1004025' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await cloud.room(app.roomId).join('another').publish('another-stream')
  await app.watch()
  const forbidden = await faults.media.forbid({ role: 'player', stream: 'guest-stream' })
  await expect(zego).toSurface(1004025, { via: 'event:playerStateUpdate' })
  await expect(app.playing('guest-stream')).toContainText('the attempt has ended')
  await expect(app).toReact(1004025)

  const again = Date.now()
  await app.button('Play again').click()
  await expect(zego).toSurface(1004025, { via: 'event:playerStateUpdate', since: again })
  await expect(app.playing('guest-stream')).toContainText('the attempt has ended')

  await forbidden.undo()
  await app.comesBack(playing(), 'Play again', () => app.button('Play again').click())
})

test('the gateway closes the session of a viewer as forbidden, and takes it again', {
  tag: '@1004025',
}, async ({ app, faults, zego }) => {
  await app.watch()
  const closed = await faults.media.close(
    { err: denied.publishForbidden, action: action.retry },
    { role: 'player' },
  )
  await expect(zego).toSurface(1004025, { via: 'event:playerStateUpdate' })
  await expect(zego).toSurface(0, { via: 'event:playerStateUpdate', since: closed })
  await expect(app).toReact(1004025, { retrying: true })
  await app.comesBack(playing())
})
