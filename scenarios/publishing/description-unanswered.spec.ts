import { expect, test } from '../test.ts'

test('the gateway answers the description of the stream with nothing', { tag: '@1103024' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  // Only then is a session made first, and described afterwards.
  await engine.call('setEngineConfig', { turnOnly: true })
  await faults.media.emptyAnswer('MediaDescReq')
  const start = Date.now()
  await engine.page.evaluate(async () => {
    window.engine.startPublishingStream('stream-1', await window.engine.createStream())
  })
  await expect(zego).toSurface(1103024, { via: 'event:publisherStateUpdate', since: start })
  await expect(engine).toReact(1103024, { retrying: true })

  await faults.media.restore()
  const failed = zego.surfaced(1103024)
  await expect(zego).toSurface(0, { via: 'event:publisherStateUpdate', since: failed?.at })
})
