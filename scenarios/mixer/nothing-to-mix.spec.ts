import { mixing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'
import { MixerPanel } from './panel.ts'
import { guestStream, publishElsewhere } from './task.ts'

test('nobody is live when the mix is started', { tag: '@1005020' }, async ({ app, cloud, faults, zego }) => {
  const mixer = new MixerPanel(app.page)
  publishElsewhere(cloud)
  await app.join()
  const { value: streams } = await faults.input.argument('', { insteadOf: guestStream })
  await mixer.field('Streams to mix').fill(streams)
  await mixer.start()
  await expect(zego).toSurface(1005020, { via: 'api:startMixerTask' })
  await expect(app).toReact(1005020)

  await app.recover(mixing, async () => {
    await expect(mixer.field('Streams to mix')).toBeFocused()
    await mixer.field('Streams to mix').fill(guestStream)
    await mixer.start()
  })

  // Of two mixes one goes on when the other is stopped, and none when the room is left.
  const mixes = () => cloud.mixer.tasks.size
  await mixer.field('Mix ID').fill('another')
  await mixer.chooseWholeRoom()
  await mixer.start()
  await expect.poll(mixes).toBe(2)
  await mixer.stop()
  await expect.poll(mixes).toBe(1)
  await expect(mixer.status).toHaveText('Mixing')
  await mixer.start()
  await expect.poll(mixes).toBe(2)
  await expect(mixer.status).toHaveText('Mixing')
  await app.button('Leave').click()
  await expect.poll(mixes).toBe(0)

  // What was written by hand is forgotten with the room.
  await cloud.room(app.roomId).join('guest').publish('guest-stream')
  await app.join()
  await expect(mixer.field('Streams to mix')).toHaveValue('guest-stream')
  await expect(mixer.field('Mix ID')).toHaveValue(`mix-${app.roomId}`)
})
