import { playing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the stream was announced, but nobody publishes it yet', { tag: '@1104039' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await app.join()
  const guest = cloud.room(app.roomId).join('guest')
  await faults.misuse.call(
    'announcing what nobody publishes',
    async () => void guest.announce('guest-stream'),
  )
  await expect(zego).toSurface(1104039, { via: 'event:playerStateUpdate' })
  await expect(app).toReact(1104039, { retrying: true })

  await app.comesBack(playing(), 'the guest publishes', () => guest.publish('guest-stream'))
})
