import { expect, test } from '../test.ts'
import { openWithNoiseReduction } from './effects.ts'

test('the noise reduction breaks while it runs', { tag: '@no-code' }, async ({ engine, faults, zego }) => {
  const stream = await openWithNoiseReduction(engine)
  await engine.call('enableAiDenoise', stream, true)
  const broken = await faults.browser.brokenSound()
  await expect(zego).not.toSurface(1103080)
  expect(broken.evidence).toHaveProperty('threw')

  // Nor do its calls notice that nothing is behind them any more.
  expect(await engine.call('enableAiDenoise', stream, false)).toMatchObject({ how: 'resolved' })
  expect(await engine.call('enableAiDenoise', stream, true)).toMatchObject({ how: 'resolved' })
})
