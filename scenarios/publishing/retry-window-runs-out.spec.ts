import { live } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

test('the gateway refuses every session for five minutes', { tag: ['@1103021', '@1103051'] }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  const refused = await faults.media.answer('CreateSessionWithSdpReq', reply.code(2015))
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103021, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1103021, { retrying: true })
  await faults.time.jump('301s')
  await expect(zego).toSurface(1103051, { via: 'event:publisherStateUpdate' })
  await expect(app.publishing).toContainText('the attempt has ended')
  await expect(app).toReact(1103051)

  await refused.undo()
  await app.recover(live)
})
