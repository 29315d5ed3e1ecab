import { inRoom } from '../reacting/ends.ts'
import { expect, makeToken, test } from '../test.ts'

test('the token is not one the service can read', { tag: '@1102016' }, async ({ app, faults, zego }) => {
  const { value: token } = await faults.input.malformedToken(makeToken())
  app.nextToken = () => token
  await app.tryToJoin()
  await expect(zego).toSurface(1102016, { via: 'api:loginRoom' })
  await expect(app).toReact(1102016)

  app.nextToken = () => makeToken(3_600)
  await app.recover(inRoom)
})
