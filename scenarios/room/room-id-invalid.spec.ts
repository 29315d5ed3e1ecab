import { expect, test } from '../test.ts'

test('a room ID with a character that is not allowed', { tag: '@1002012' }, async ({ app, faults, zego }) => {
  const { value: roomId } = await faults.input.illegalCharacter(' "/:?[]{|}')
  await app.tryToJoin(roomId)
  await expect(zego).toSurface(1002012, { via: 'api:loginRoom' })
  await expect(app.alert).toContainText(/characters that are not allowed/i)

  await app.tryToJoin(app.roomId)
  await expect(app.connection).toHaveText('Connected')
})
