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

test('the token service writes the expiry in ms', { tag: '@no-code' }, async ({ app, cloud }) => {
  const now = Date.now()
  app.nextToken = () => makeToken(now + 3_600_000 - Math.floor(now / 1_000))
  await app.join()
  await expect(app.connection).toHaveText('Connected')
  expect([...cloud.tokens.mistakes]).toEqual([expect.stringContaining('its expiry is in ms')])
})
