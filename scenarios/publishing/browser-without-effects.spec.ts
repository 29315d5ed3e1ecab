import { expect, makeToken, test } from '../test.ts'
import { openWithNoiseReduction } from './effects.ts'

test.use({ stage: 'old-browser' })

test('a browser without WebAssembly cannot reduce noise', { tag: '@1103081' }, async ({
  engine,
  faults,
  zego,
}) => {
  await faults.browser.without('WebAssembly')
  const stream = await openWithNoiseReduction(engine)
  await engine.call('enableAiDenoise', stream, true)
  await expect(zego).toSurface(1103081, { via: 'api:enableAiDenoise' })
  await expect(engine.alert).toContainText(/no noise reduction.*up-to-date Chrome/i)
})

// The SDK hands the number of its own drawing code through, which nothing documents.
test('a browser without WebGL cannot beautify', { tag: '@1103072' }, async ({ engine, faults, zego }) => {
  await faults.browser.without('WebGL')
  await engine.open()
  const stream = await engine.page.evaluateHandle(() => window.engine.createStream())
  const ending = await engine.call('setEffectsBeauty', stream, true)
  await expect(zego).not.toSurface(1103072)

  await faults.signaling.force(1103072)
  await engine.call('loginRoom', engine.roomId, makeToken(), { userID: engine.userId })
  await expect(zego).toSurface(1103072, { via: 'api:loginRoom' })
  await expect(engine.alert).toContainText(/cannot beautify the picture.*up-to-date Chrome/i)
  expect(ending).toEqual({ how: 'rejected', value: { errorCode: 1001, extendedData: '[object Object]' } })
})
