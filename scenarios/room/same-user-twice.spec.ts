import { LiveRoom } from '../live-room.ts'
import { expect, test } from '../test.ts'

test(
  'the same user opens a second tab',
  { tag: '@1002050' },
  async ({ app, cloud, context, faults, zego }, { testId }) => {
    await app.join()
    const second = new LiveRoom(await context.newPage(), cloud, testId)
    const { value: user } = await faults.input.argument(app.userId, { insteadOf: 'somebody-else' })
    await second.tryToJoin(second.roomId, user)
    await expect(zego).toSurface(1002050, { via: 'event:roomStateChanged' })
    await expect(app).toReact(1002050)
    await expect(second.connection).toHaveText('Connected')

    // Whoever rejoins puts the other one out, and so on.
    await app.button('Rejoin').click()
    await expect(app.connection).toHaveText('Connected')
    await expect(second.alert).toContainText(/joined this room somewhere else/i)
  },
)

// About a number that nothing documents: from SDK 3.11 on the row's code stays away here, and coming back is refused with this one.
test('the same user joins elsewhere while this client is away', { tag: '@no-code' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.join()
  await faults.network.cut('signaling')
  cloud.room(app.roomId).loginElsewhere(app.userId)
  await faults.network.heal()
  await faults.time.advance('20s')
  await expect(zego).toSurface(1002086, { via: 'event:roomStateChanged', undocumented: true })
  await expect(app.connection).toHaveText('Disconnected')
})
