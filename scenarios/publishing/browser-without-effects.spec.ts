import { expect, test } from '../test.ts'
import { previewSmall } from './effects.ts'

test.use({ browserStage: 'old-browser' })
// One after the other, in one browser on that stage.
test.describe.configure({ mode: 'default' })

test('a browser without WebAssembly cannot reduce noise', { tag: '@1103081' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.browser.without('WebAssembly')
  app.settings = { modules: ['noise'] }
  await app.join()
  await app.button('Start preview').click()
  await app.button('Reduce noise').click()
  await expect(zego).toSurface(1103081, { via: 'api:enableAiDenoise' })
  await expect(app).toReact(1103081)
})

// The SDK hands the number of its own drawing code through, which nothing documents.
test('a browser without WebGL cannot beautify', { tag: '@1103072' }, async ({ app, faults, zego }) => {
  await faults.browser.without('WebGL')
  await previewSmall(app)
  await app.button('Beautify').click()
  await expect(zego).toSurface(1001, { via: 'api:setEffectsBeauty', undocumented: true })
  await expect(zego).not.toSurface(1103072)
  await expect(app).toReact(1001)
  expect(zego.surfaced(1001, 'api:setEffectsBeauty')).toMatchObject({ outcome: 'rejected' })
})
