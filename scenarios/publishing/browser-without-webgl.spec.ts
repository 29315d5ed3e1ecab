import { expect, test } from '../test.ts'
import { previewSmall } from './effects.ts'

test('a browser whose WebGL an extension hides cannot beautify, and goes live without', {
  tag: '@1103072',
}, async ({ app, faults, zego }) => {
  await faults.browser.without('WebGLRenderingContext')
  await previewSmall(app)
  await app.button('Beautify').click()
  await expect(zego).toSurface(1103072, { via: 'api:setEffectsBeauty' })
  await expect(app).toReact(1103072)

  await app.button('Go live').click()
  await expect(app.publishing).toHaveText('Live')
})
