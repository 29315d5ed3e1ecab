import { expect, test } from '../test.ts'

test.use({ browserStage: 'back-forward-cache' })

test('a viewer goes to another page, comes back and joins again', { tag: '@no-code' }, async ({
  app,
  cloud,
  faults,
}) => {
  await app.watch()
  await faults.browser.backForward()
  // The app has left the room. Whether the service heard of it is a matter of milliseconds.
  await expect(app.connection).toHaveText('Not connected')

  await app.tryToJoin()
  await expect(app.playing('guest-stream')).toHaveText('Playing')
  expect([...cloud.room(app.roomId).members.keys()].toSorted()).toEqual(['guest', app.userId])
  await app.sees('guest')
})
