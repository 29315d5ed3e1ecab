import { heard } from '../heard.ts'
import { expect, makeToken, test } from '../test.ts'

const rows = ['123', 0, -1, 1.5, Number.NaN, null].map((id) => ({ code: 1101000, what: String(id), id }))

test('an AppID that is wrong, or not even a number', { tag: '@1101000' }, async ({
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await engine.load()
  // The constructor takes anything so on the console only, and the login never ends.
  await eachRow(rows, async ({ id }) => {
    await engine.create(1)
    const { at } = await faults.misuse.call(`an AppID that is ${id}`, () => engine.create(id))
    await engine.begin('loginRoom', engine.roomId, makeToken(), { userID: 'host' })
    await heard(zego, 'console', 'appid must be positive integer number', at)
    await heard(zego, 'pageerror', "reading 'isConnect'", at)
  })
  // Nothing to wait for: the calls that could bring it are those that never end.
  await expect(zego).not.toSurface(1101000, { timeout: 0 })
  expect(zego.pending.map(({ name }) => name)).toEqual(rows.map(() => 'loginRoom'))
})
