import { expect, test } from '../test.ts'

test('the gateway does not confirm a candidate of the publisher', { tag: '@1103026' }, async ({
  engine,
  faults,
  zego,
}) => {
  await faults.time.control()
  await engine.join()
  // Only then does the browser know the relay before it begins to connect.
  await engine.call('setEngineConfig', { turnOnly: true })
  await faults.media.offerRelay()
  await faults.media.silence('CandidateInfoReq', { once: true })
  await engine.publish('stream-1')
  await faults.time.advanceUntil('20s', () => zego.surfaced(1103026) !== undefined)
  await expect(zego).toSurface(1103026, { via: 'event:publisherStateUpdate' })
  await expect(engine.alert).toContainText(/no route to the server could be agreed.*contact support/i)

  const since = zego.surfaced(1103026, 'event:publisherStateUpdate')?.at
  const via = 'event:publisherStateUpdate'
  await faults.time.advanceUntil('20s', () => zego.surfaced(0, via, since) !== undefined)
  await expect(zego).toSurface(0, { via, since })
})
