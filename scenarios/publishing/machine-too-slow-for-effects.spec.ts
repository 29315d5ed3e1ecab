import { heard } from '../heard.ts'
import { expect, test } from '../test.ts'
import { captureSmall, openWithNoiseReduction } from './effects.ts'

test('frames cannot be beautified as fast as they come', { tag: '@1103075' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  const stream = await captureSmall(engine)
  await engine.call('setEffectsBeauty', stream, true)
  await faults.browser.slow()
  await expect(zego).toSurface(1103075, { via: 'event:beautyEffectError' })

  await faults.browser.fast()
  await expect(engine).toReact(1103075)
  const off = await engine.call('setEffectsBeauty', stream, false)
  expect(off).toMatchObject({ how: 'resolved' })
})

test('sound cannot be freed of noise as fast as it comes', { tag: '@1103082' }, async ({
  engine,
  faults,
  zego,
}) => {
  const stream = await openWithNoiseReduction(engine)
  await engine.call('enableAiDenoise', stream, true)
  await faults.browser.slowSound()
  await heard(zego, 'console', 'ai denoise overloaded')
  await expect(zego).not.toSurface(1103082)
})
