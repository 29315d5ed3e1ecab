import { APP_ID } from '../live-room.ts'
import { live } from '../reacting/ends.ts'
import { expect, makeToken, reply, test } from '../test.ts'

const serverSecret = 'a-server-secret-of-32-characters'

const tokenFor = (userId: string, { publish }: { publish: boolean }) =>
  makeToken({ appId: APP_ID, userId, secret: serverSecret, publish })

test.use({ cloudConfiguration: { serverSecret } })

test('the token is not for publishing', { tag: '@1103019' }, async ({ app, faults, zego }) => {
  const insteadOf = await tokenFor(app.userId, { publish: true })
  const listener = await tokenFor(app.userId, { publish: false })
  const { value: token } = await faults.input.argument(listener, { insteadOf })
  app.nextToken = () => token
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103019, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1103019)

  await app.comesBack(live, 'a token for publishing', async () => {
    app.nextToken = () => insteadOf
    await app.button('Leave').click()
    await app.goLive()
  })
})

test('the gateway refuses the authorisation by its number', { tag: '@1103019' }, async ({
  app,
  faults,
  zego,
}) => {
  const token = await tokenFor(app.userId, { publish: true })
  app.nextToken = () => token
  await app.join()
  await faults.media.answer('CreateSessionWithSdpReq', reply.code(2012))
  await app.button('Go live').click()
  await expect(zego).toSurface(1103019, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1103019)
})
