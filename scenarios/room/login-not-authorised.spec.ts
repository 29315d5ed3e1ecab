import type { LiveRoom } from '../live-room.ts'
import { inRoom } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

const renew = (app: LiveRoom) => app.recover(inRoom)
const joinAgain = (app: LiveRoom) => app.comesBack(inRoom, 'Join', () => app.button('Join').click())

/** Who says no to a login, by which number, what the SDK makes of it, none of it the documented code, and the way in afterwards. */
const rows = [
  { request: 'GetAppConfigRequest', server: 20012, code: 1001004, back: joinAgain },
  { request: 'LoginRoomReq', server: 50119, code: 1102016, back: renew },
  { request: 'LoginRoomReq', server: 50117, code: 1102018, back: renew },
] as const

for (const { request, server, code, back } of rows) {
  test(`a login that is not authorised, for ${server}`, { tag: '@1102020' }, async ({
    app,
    faults,
    zego,
  }) => {
    const refusal = await faults.signaling.answer(request, reply.code(server))
    await app.tryToJoin()
    await expect(zego).toSurface(code, { via: 'api:loginRoom' })
    await expect(zego).toSurface(code, { via: 'event:roomStateChanged' })
    await expect(zego).not.toSurface(1102020)
    await expect(app.connection).toHaveText('Not connected')
    await expect(app).toReact(code)

    await refusal.undo()
    await back(app)
  })
}
