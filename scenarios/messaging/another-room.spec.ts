import { SideRoomPanel, said } from '../room/side-room-panel.ts'
import { expect, test } from '../test.ts'

/** How a person says something, and the call that it makes. */
const ways = [
  ['Chat', 'sendBroadcastMessage'],
  ['Barrage', 'sendBarrageMessage'],
  ['Command', 'sendCustomCommand'],
  ['Transparent', 'sendTransparentMessage'],
  ['Channel', 'callExperimentalAPI'],
] as const

test('a message to a room the client is not in', { tag: '@1009005' }, async ({ app, faults, zego }) => {
  const side = new SideRoomPanel(app)
  await app.join()
  const { value: elsewhere } = await faults.input.unknownID(app.roomId)
  for (const [as, method] of ways) {
    await side.say(elsewhere, 'hello', as)
    await expect(zego).toSurface(1009005, { via: `api:${method}` })
    await expect(app).toReact(1009005)
  }

  await app.recover(said(app.roomId, 'hello'), async () => {
    await expect(side.field('ID of the other room')).toBeFocused()
    await side.say(app.roomId, 'hello')
  })
})
