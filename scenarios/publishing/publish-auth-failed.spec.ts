import { APP_ID } from '../live-room.ts'
import { live } from '../reacting/ends.ts'
import { expect, makeToken, test } from '../test.ts'

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

test('a stream is published with streamParams that are put together wrongly', { tag: '@1103019' }, async ({
  app,
  faults,
  zego,
}) => {
  const token = await tokenFor(app.userId, { publish: true })
  app.nextToken = () => token
  await faults.signaling.configure({ streamParams: 'token=issued' })
  app.settings = { streamParams: 'token=token=issued' }
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103019, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1103019)

  await app.comesBack(live, 'the right streamParams', async () => {
    app.settings = { streamParams: 'token=issued' }
    await app.open()
    await app.goLive()
  })

  // The screen is another stream, of the same project.
  await faults.screen.offer()
  await app.button('Share screen').click()
  await expect(app.page.getByRole('status', { name: 'Screen sharing status' })).toHaveText('Live')
})
