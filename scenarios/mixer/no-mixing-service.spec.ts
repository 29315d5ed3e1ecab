import { mixing } from '../reacting/ends.ts'
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
  const without = await faults.signaling.configure({ mixing: false })
  await mixer.start()
  await expect(zego).toSurface(1005000, { via: 'api:startMixerTask' })
  await expect(app).toReact(1005000)

  await without.undo()
  await app.comesBack(mixing, 'Start mixing', () => mixer.start())

  await faults.signaling.answer('MixStreamStopRequest', noSuchService)
  await mixer.stop()
  await expect(zego).toSurface(1005000, { via: 'api:stopMixerTask' })
  expect(zego.surfaced(1005000, 'api:stopMixerTask')?.payload).toMatchObject({
    error: { code: 1005000, errorCode: 1005099 },
  })
})

test('the app has no automatic mixing', { tag: '@1005070' }, async ({ app, faults, zego }) => {
  const mixer = new MixerPanel(app.page)
  await app.join()
  await mixer.chooseWholeRoom()
  await expect(mixer.field('Streams to mix')).toBeDisabled()
  // The number of the row is in no build of the SDK: it comes out as another failure, however the service says it.
  const disabled = () => faults.signaling.configure({ autoMixing: false })
  const unavailable = (what: 'Start' | 'Stop') =>
    faults.signaling.answer(`AutoRoomMixStream${what}Request`, noSuchService, { once: true })
  for (const [refuse, code] of [
    [() => unavailable('Stop'), 1005000],
    [disabled, 1_000_011_003],
  ] as const) {
    const refused = await refuse()
    await mixer.stop()
    await expect(zego).toSurface(code, { via: 'api:stopAutoMixerTask', since: refused, undocumented: true })
    await expect(app).toReact(code)
    await refused.undo()
  }

  for (const refuse of [() => unavailable('Start'), disabled]) {
    const refused = await refuse()
    await mixer.start()
    await expect(zego).toSurface(1005099, { via: 'api:startAutoMixerTask', since: refused })
    await expect(app).toReact(1005099)
    await refused.undo()
  }
  await expect(zego).not.toSurface(1005070)
  await app.recover(mixing)
})
