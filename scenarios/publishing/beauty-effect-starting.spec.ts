import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'
import { previewSmall } from './effects.ts'

test('a stream is published while its beauty effect still starts', { tag: '@1103073' }, async ({
  app,
  faults,
  zego,
}) => {
  await previewSmall(app)
  // The effect has started with the first picture that it is given.
  const frozen = await faults.device.freeze()
  await app.button('Beautify').click()
  const hasty = await faults.misuse.call('going live before the effect is ready', () =>
    app.button('Go live').click(),
  )
  await expect(zego).toSurface(1103073, { via: 'api:startPublishingStream', since: hasty })
  await expect(app).toReact(1103073)

  await app.comesBack(live, 'an effect that is ready', async () => {
    await frozen.undo()
    await app.button('Stop beautifying').waitFor()
    await app.button('Go live').click()
  })
})
