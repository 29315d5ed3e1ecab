import { heard } from '../heard.ts'
import { expect, makeToken, reply, test } from '../test.ts'

const ids = ['123', 0, -1, 1.5, Number.NaN, null]

test('an AppID that is wrong, or not even a number', { tag: '@1101000' }, async ({
  engine,
  faults,
  zego,
}) => {
  await faults.signaling.answer('GetAppConfigRequest', reply.code(20012))
  await engine.open()
  await engine.call('loginRoom', engine.roomId, makeToken(), { userID: 'host' })
  await expect(zego).toSurface(1001004, { via: 'api:loginRoom' })
  await expect(engine.alert).toContainText(/AppID is wrong.*report the code/i)

  // The constructor takes anything, says so on the console only, and the login never ends.
  for (const id of ids) {
    const { at } = await faults.input.argument(id, { insteadOf: 1 })
    await engine.create(id)
    await engine.begin('loginRoom', engine.roomId, makeToken(), { userID: 'host' })
    await heard(zego, 'console', 'appid must be positive integer number', at)
    await heard(zego, 'pageerror', "reading 'isConnect'", at)
  }
  expect(zego.pending.map(({ name }) => name)).toEqual(ids.map(() => 'loginRoom'))
})
