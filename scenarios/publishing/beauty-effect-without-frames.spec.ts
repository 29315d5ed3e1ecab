import { expect, test } from '../test.ts'
import { previewSmall } from './effects.ts'

test('a camera that gives no frames cannot be beautified', { tag: '@1103074' }, async ({
  app,
  faults,
  zego,
}) => {
  await previewSmall(app)
  await faults.device.freeze()
  await app.button('Beautify').click()
  await expect(zego).toSurface(1103074, { via: 'api:setEffectsBeauty' })
  await expect(app).toReact(1103074)
})
