import { expect, test } from '../test.ts'
import { captureSmall } from './effects.ts'

test('a stream is published while its beauty effect still starts', { tag: '@1103073' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  const stream = await captureSmall(engine)
  await faults.misuse.call('a beauty effect that nobody waits for', () =>
    engine.page.evaluate(async (stream) => {
      const started = window.engine.setEffectsBeauty(stream, true)
      // The next task: before it, the effect has not even begun to start; after it, the first frame may have come.
      await new Promise((resolve) => setTimeout(resolve))
      await window.reactTo('startPublishingStream', () => window.engine.startPublishingStream('s1', stream))
      await started
    }, stream),
  )
  await expect(zego).toSurface(1103073, { via: 'api:startPublishingStream' })
  await expect(engine.page.getByRole('status', { name: 'Notice' })).toContainText(/when it is ready/)

  const later = await engine.call('startPublishingStream', 's1', stream)
  expect(later).toEqual({ how: 'returned', value: true })
})
