import { expect, reply, test } from '../test.ts'

/** Who says no to a login, by which number, and what the SDK makes of it; none of it is the documented code. */
const rows = [
  { request: 'GetAppConfigRequest', server: 20012, code: 1001004 },
  { request: 'LoginRoomReq', server: 50119, code: 1102016 },
  { request: 'LoginRoomReq', server: 50117, code: 1102018 },
] as const

for (const { request, server, code } of rows) {
  test(`a login that is not authorised, for ${server}`, { tag: '@1102020' }, async ({
    app,
    faults,
    zego,
  }) => {
    await faults.signaling.answer(request, reply.code(server))
    await app.tryToJoin()
    await expect(zego).toSurface(code, { via: 'api:loginRoom' })
    await expect(zego).toSurface(code, { via: 'event:roomStateChanged' })
    await expect(zego).not.toSurface(1102020)
    await expect(app.connection).toHaveText('Not connected')
    await expect(app).toReact(code)
  })
}
