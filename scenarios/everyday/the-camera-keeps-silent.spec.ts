import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

const unanswered = 'Camera and microphone do not answer. Does your browser ask for permission?'

// What an app sees of a permission prompt that is left open, too: `createStream` is pending.
test('the camera keeps silent, the person is told to look, and goes live once it answers', {
  tag: '@no-code',
}, async ({ app, cloud, faults }) => {
  await faults.time.control()
  await app.join()
  const silent = await faults.device.freeze()
  await app.button('Start preview').click()
  await app.button('Go live').click()
  await expect(app.publishing).toHaveText('Waiting for camera and microphone…')
  await faults.time.advance('1m')
  await expect(app.publishing).toHaveText(unanswered)
  expect(cloud.gateway.find({ role: 'publisher' })).toEqual([])

  const arrived = live(app).watch()
  await silent.undo()
  await expect(app.publishing).toHaveText('Live')
  await expect.poll(arrived).toBe(true)

  // It was wanted twice, and opened once.
  await app.button('Leave').click()
  await expect(app.page).toCaptureNothing()
})

test('the person leaves while the camera keeps silent, and it does not stay on once it answers', {
  tag: '@no-code',
}, async ({ app, faults, zego }) => {
  const underWay = () => zego.pending.map(({ name }) => name)
  await faults.time.control()
  await app.join()
  const silent = await faults.device.freeze()
  await app.button('Go live').click()
  await faults.time.advance('1m')
  await expect(app.publishing).toHaveText(unanswered)
  expect(underWay()).toContain('createStream')
  await app.button('Leave').click()
  await expect(app.connection).toHaveText('Not connected')

  await silent.undo()
  await expect.poll(underWay).toEqual([])
  await expect(app.page).toCaptureNothing()
})
