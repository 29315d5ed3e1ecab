import { action, denied } from '../../fixtures/index.ts'
import { isRtp, type MediaPacket } from '../../src/cloud/gateway/media/media.ts'
import { expect, test } from '../test.ts'

test('the person stops sharing by what the browser shows, and can share again', { tag: '@no-code' }, async ({
  app,
  cloud,
  faults,
}) => {
  const published = () => cloud.gateway.find({ role: 'publisher' })
  const screens = () => published().filter(({ stream }) => stream.id.includes('-screen-'))
  const cameras = () => published().length - screens().length
  const told = app.page.getByRole('status', { name: 'Screen sharing status' })
  const share = async () => {
    await faults.screen.offer()
    await app.button('Share screen').click()
    await expect.poll(() => screens().length).toBe(1)
    await expect(app.button('Stop sharing')).toBeVisible()
    await expect(told).toHaveText('Live')
  }
  // In a project that allows several rooms each stream says for which it is.
  app.settings = { multiRoom: true }
  await app.goLive()
  await share()
  expect(cloud.room(app.roomId).streams.size).toBe(2)
  // Only a picture is shared: with sound it would be the camera's stream.
  const heard = { screen: new Set<string>(), camera: 0 }
  for (const { stream, peer } of published()) {
    const isScreen = stream.id.includes('-screen-')
    const note = ({ kind }: MediaPacket) => {
      if (isScreen) heard.screen.add(kind)
      else if (kind === 'audio') heard.camera += 1
    }
    if (peer.media && isRtp(peer.media)) peer.media.subscribe(note)
  }
  await expect.poll(() => heard.camera).toBeGreaterThan(20)
  await expect.poll(() => [...heard.screen]).toEqual(['video'])

  // More than once, and the camera goes on.
  await faults.screen.stopped()
  await expect.poll(() => screens().length).toBe(0)
  await share()
  await faults.screen.stopped()
  await expect.poll(() => screens().length).toBe(0)
  await expect(app.button('Share screen')).toBeVisible()
  await expect(told).toBeHidden()
  expect(cameras()).toBe(1)
  await expect(app.publishing).toHaveText('Live')

  // The gateway ends the screen alone, for good: it is the screen that is shared again, and the camera goes on.
  await share()
  const stream = screens()[0]?.stream.id ?? ''
  await faults.media.close({ err: denied.newPublisher, action: action.stop }, { stream })
  await expect(app.alert).toContainText('Your screen is not shared')
  await faults.screen.offer()
  await app.alert.getByRole('button', { name: 'Try again' }).click()
  await expect(told).toHaveText('Live')
  expect(screens().map(({ stream: { id } }) => id === stream)).toEqual([false])
  expect(cameras()).toBe(1)
  await app.button('Stop sharing').click()
  await expect.poll(() => screens().length).toBe(0)

  // It can be shared without the camera, and nothing of it stays on when the room is left.
  await app.button('End live').click()
  await expect(app.publishing).toHaveText('Not live')
  await share()
  await app.button('Leave').click()
  await expect(app.page).toCaptureNothing()
})
