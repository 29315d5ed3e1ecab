import { inRoom } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

// The SDK closes its connection when the browser says so, whatever still gets through.
test('the browser takes the machine for offline, and only the room is lost until it knows better', {
  tag: '@1000017',
}, async ({ app, cloud, faults, zego }) => {
  await app.watch()
  // As long as it has its settings to ask for, the SDK tries to connect all the same.
  await expect(cloud).toHaveReceived('HTTPRequest2')
  await app.sees('guest')
  const misjudged = await faults.network.seemsOffline()
  await expect(zego).toSurface(1000017, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1000017, { retrying: true })
  await app.sees('guest')

  await app.comesBack(inRoom, 'undo', () => misjudged.undo())
  await app.sees('guest')
})
