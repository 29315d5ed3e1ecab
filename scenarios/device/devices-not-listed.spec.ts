import { heard } from '../heard.ts'
import type { LiveRoom } from '../live-room.ts'
import type { End } from '../reacting/recovery.ts'
import { expect, test } from '../test.ts'

/** The camera is in the list of the app, which the SDK has filled since. */
const listed = ({ page, zego }: LiveRoom): End => ({
  what: 'the camera can be chosen',
  isSo: async () => (await page.getByLabel('Camera').locator('option').count()) > 2,
  watch: () => {
    const lists = () =>
      zego.timeline.all.filter(({ name, outcome }) => name === 'enumDevices' && outcome === 'resolved')
    const before = lists().length
    return () => lists().length > before
  },
})

test('the browser fails to list the devices', { tag: '@1103011' }, async ({ app, faults, zego }) => {
  const unlisted = await faults.device.failEnumeration()
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103011, { via: 'api:enumDevices' })
  await heard(zego, 'console', 'enumerate devices wrong InvalidStateError', unlisted.at)
  await expect(app).toReact(1103011)
  // What is listed does not matter to who takes the devices that the browser chooses.
  await expect(app.publishing).toHaveText('Live')

  await unlisted.undo()
  await app.recover(listed)
})

test('the browser lists the devices again', { tag: '@1103011' }, async ({ engine, faults, zego }) => {
  await engine.open()
  const stream = await engine.stream()
  const unlisted = await faults.device.failEnumeration()
  for (const method of ['enumDevices', 'getCameras', 'getMicrophones', 'getSpeakers']) {
    await engine.call(method)
    await expect(zego).toSurface(1103011, { via: `api:${method}` })
  }
  // Who switches goes on without a list, and says something else of a device that is not there.
  for (const [method, errorCode] of [
    ['useVideoDevice', 1103045],
    ['useAudioDevice', 1103046],
  ] as const)
    expect(await engine.call(method, stream, 'unknown')).toMatchObject({ value: { errorCode } })

  await unlisted.undo()
  expect(await engine.call('getCameras')).toMatchObject({ how: 'resolved', value: [{}] })
  await expect(engine.alert).toBeEmpty()
})
