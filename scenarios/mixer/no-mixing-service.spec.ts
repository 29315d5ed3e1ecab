import { expect, reply, test } from '../test.ts'
import { MixerPanel } from './panel.ts'
import { guestStream, publishElsewhere } from './task.ts'

/** By this reason the link says that the service is not there. */
const noSuchService = reply.exception(20_010)

test('the app has no mixing service', { tag: '@1005000' }, async ({ app, cloud, faults, zego }) => {
  const mixer = new MixerPanel(app.page)
  publishElsewhere(cloud)
  await app.join()
  await mixer.field('Streams to mix').fill(guestStream)
  await faults.signaling.answer('MixStreamStartRequest', reply.code(157))
  await mixer.start()
  await expect(zego).toSurface(1005000, { via: 'api:startMixerTask' })
  await expect(app.alert).toContainText(/not available in this app.*ask ZEGO to switch it on/)

  await faults.signaling.answer('MixStreamStopRequest', noSuchService)
  await mixer.stop()
  await expect(zego).toSurface(1005000, { via: 'api:stopMixerTask' })
})

test('the app has no automatic mixing', { tag: '@1005070' }, async ({ app, faults, zego }) => {
  const mixer = new MixerPanel(app.page)
  await app.join()
  await mixer.chooseWholeRoom()
  // The number of the row is in no build of the SDK: it comes out as another failure, however the service says it.
  for (const answer of [noSuchService, reply.code(160)]) {
    const refused = await faults.signaling.answer('AutoRoomMixStreamStartRequest', answer)
    await mixer.start()
    await expect(zego).toSurface(1005099, { via: 'api:startAutoMixerTask', since: refused })
    await expect(app.alert).toContainText(/The mix failed/)
  }
})
