import { expect, reply, test } from '../test.ts'

test('the gateway does not accept the publishing token', { tag: '@1103019' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.media.answer('CreateSessionWithSdpReq', reply.code(2012))
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103019, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1103019)
})
