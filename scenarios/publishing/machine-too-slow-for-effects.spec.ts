import { heard } from '../heard.ts'
import { sending } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'
import { asItIs, openWithNoiseReduction, previewSmall } from './effects.ts'

test('frames cannot be beautified as fast as they come, and the effect is switched off', {
  tag: '@1103075',
}, async ({ app, faults, zego }) => {
  await previewSmall(app)
  await app.button('Beautify').click()
  await app.button('Stop beautifying').waitFor()
  await faults.browser.slow()
  await expect(zego).toSurface(1103075, { via: 'event:beautyEffectError' })

  await faults.browser.fast()
  await expect(app).toReact(1103075, { also: ['Switch it off'] })
  await app.recover(asItIs, undefined, 'Switch it off')
  await app.button('Go live').click()
  await expect.poll(sending('camera')(app).watch()).toBe(true)
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
