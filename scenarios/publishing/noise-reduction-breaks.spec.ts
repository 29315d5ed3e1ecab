import { sending } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'
import { openWithNoiseReduction } from './effects.ts'

test('the noise reduction cannot be reached any more when it is switched off', { tag: '@1103080' }, async ({
  app,
  faults,
  zego,
}) => {
  app.settings = { modules: ['noise'] }
  await app.goLive()
  await app.button('Reduce noise').click()
  await app.button('Keep the noise').waitFor()
  const broken = await faults.browser.broken('postMessage')
  await app.button('Keep the noise').click()
  await expect(zego).toSurface(1103080, { via: 'api:enableAiDenoise' })
  await expect(app).toReact(1103080)

  await broken.undo()
  await app.button('Keep the noise').click()
  await app.button('Reduce noise').waitFor()
  await expect.poll(sending('microphone')(app).watch()).toBe(true)
})

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
