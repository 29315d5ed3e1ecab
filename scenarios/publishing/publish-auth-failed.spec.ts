import { APP_ID } from '../live-room.ts'
import { expect, makeToken, reply, test } from '../test.ts'

const serverSecret = 'a-server-secret-of-32-characters'

test.use({ cloudConfiguration: { serverSecret } })

test('the token is not for publishing', { tag: '@1103019' }, async ({ app, faults, zego }) => {
  const { value: publish } = await faults.input.argument(false, { insteadOf: true })
  const token = await makeToken({ appId: APP_ID, userId: app.userId, secret: serverSecret, publish })
  app.nextToken = () => token
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103019, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1103019)
})

test('the gateway refuses the authorisation by its number', { tag: '@1103019' }, async ({
  app,
  faults,
  zego,
}) => {
  const token = await makeToken({ appId: APP_ID, userId: app.userId, secret: serverSecret, publish: true })
  app.nextToken = () => token
  await app.join()
  await faults.media.answer('CreateSessionWithSdpReq', reply.code(2012))
  await app.button('Go live').click()
  await expect(zego).toSurface(1103019, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1103019)
})
