import { expect, test } from '../test.ts'

test('a camera that gives no frames cannot be beautified', { tag: '@1103074' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  const stream = await engine.page.evaluateHandle(() => window.engine.createStream())
  await faults.device.freeze()
  await engine.call('setEffectsBeauty', stream, true)
  await expect(zego).toSurface(1103074, { via: 'api:setEffectsBeauty' })
  await expect(engine).toReact(1103074)
})
