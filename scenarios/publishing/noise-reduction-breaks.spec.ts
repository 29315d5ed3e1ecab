import { expect, makeToken, test } from '../test.ts'
import { openWithNoiseReduction } from './effects.ts'

test('the noise reduction breaks while it runs', { tag: '@1103080' }, async ({ engine, faults, zego }) => {
  const stream = await openWithNoiseReduction(engine)
  await engine.call('enableAiDenoise', stream, true)
  await faults.browser.brokenSound()
  await expect(zego).not.toSurface(1103080)

  await faults.signaling.force(1103080)
  await engine.call('loginRoom', engine.roomId, makeToken(), { userID: engine.userId })
  await expect(zego).toSurface(1103080, { via: 'api:loginRoom' })
  await expect(engine.alert).toContainText(/noise reduction stopped working/i)

  // Nor do its calls notice that nothing is behind them any more.
  expect(await engine.call('enableAiDenoise', stream, false)).toMatchObject({ how: 'resolved' })
  expect(await engine.call('enableAiDenoise', stream, true)).toMatchObject({ how: 'resolved' })
})
