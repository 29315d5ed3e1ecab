import { heard } from '../heard.ts'
import { expect, makeToken, reply, test } from '../test.ts'

test('the service refuses a renewed token', { tag: '@no-code' }, async ({ engine, faults, zego }) => {
  await engine.join()
  const { at } = await faults.signaling.answer('RenewTokenReq', reply.code(50119))
  const renewal = await engine.call('renewToken', makeToken(), engine.roomId)
  expect(renewal).toEqual({ how: 'returned', value: true })
  await heard(zego, 'console', 'zm.rntk', at)
})

test('the log is sent before any login', { tag: '@no-code' }, async ({ engine, faults }) => {
  let sent = 0
  engine.page.on('request', (request) => {
    if (request.url().includes('/log/userupload')) sent++
  })
  await engine.open()
  const early = await faults.misuse.call('uploadLog before loginRoom', () => engine.call('uploadLog'))
  expect(early.evidence.ending).toMatchObject({ how: 'resolved', value: { errorCode: 0 } })
  expect(sent).toBe(0)
})

test('a geofence that leaves no area', { tag: '@no-code' }, async ({ engine, faults, zego }) => {
  await engine.load()
  const [allBut, everywhere] = [2, [2, 3, 4, 5, 6]]
  const setGeoFence = () => engine.callStatic('setGeoFence', allBut, everywhere)
  await faults.misuse.call('setGeoFence without what is left', setGeoFence)
  await engine.create()
  await heard(zego, 'pageerror', 'GeoFencing set Error')
})
