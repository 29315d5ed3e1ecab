import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'
import { beautified, previewSmall, small } from './effects.ts'

test('a camera that gives no frames cannot be beautified', { tag: '@1103074' }, async ({
  app,
  faults,
  zego,
}) => {
  await previewSmall(app)
  const frozen = await faults.device.freeze()
  await app.button('Beautify').click()
  await expect(zego).toSurface(1103074, { via: 'api:setEffectsBeauty' })
  await expect(app).toReact(1103074)

  await frozen.undo()
  await app.recover(beautified)
})

test('a camera that stopped giving frames while live cannot be beautified, and the stream goes on anew', {
  tag: '@1103074',
}, async ({ app, faults, zego }) => {
  app.settings = { camera: small }
  await app.goLive()
  const frozen = await faults.device.freeze()
  await app.button('Beautify').click()
  await expect(zego).toSurface(1103074, { via: 'api:setEffectsBeauty' })
  await expect(app).toReact(1103074)

  await frozen.undo()
  await app.recover(beautified)
  const isSending = live(app).watch()
  await expect.poll(isSending).toBe(true)
  await expect(app.publishing).toHaveText('Live')
})
