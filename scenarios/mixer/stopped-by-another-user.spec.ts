import { expect, test } from '../test.ts'
import { MixerPanel } from './panel.ts'
import { guestStream, publishElsewhere } from './task.ts'

test('somebody stops a mix that another user started', { tag: '@1005012' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  const mixer = new MixerPanel(app.page)
  publishElsewhere(cloud)
  cloud.mixer.start({ id: 'theirs', startedBy: 'guest', inputs: [guestStream], outputs: ['guest-mixed'] })
  cloud.mixer.start({ id: 'ours', startedBy: app.userId, inputs: [guestStream], outputs: ['host-mixed'] })
  await app.join()
  const { value: id } = await faults.input.argument('theirs', { insteadOf: 'ours' })
  await mixer.field('Mix ID').fill(id)
  await mixer.stop()
  // The number of the row is in no build of the SDK: whatever the service says, stopping fails like this.
  await expect(zego).toSurface(1005099, { via: 'api:stopMixerTask' })
  await expect(zego).not.toSurface(1005012)
  await expect(app).toReact(1005099)
  expect([...cloud.mixer.tasks.keys()]).toEqual(['theirs', 'ours'])

  await mixer.chooseWholeRoom()
  await mixer.stop()
  await expect(zego).toSurface(1_000_010_160, { via: 'api:stopAutoMixerTask', undocumented: true })
  await expect(app).toReact(1_000_010_160)
})
