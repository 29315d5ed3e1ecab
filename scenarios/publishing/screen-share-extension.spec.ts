import { expect, test } from '../test.ts'

// The documentation says 1103010 of an extension that is not there.
test('the screen is shared through an extension that is not installed', {
  tag: ['@1103010', '@1103042'],
}, async ({ engine, faults, zego }) => {
  await engine.open()
  const share = () => engine.call('createStream', { screen: { type: 'shot' } })
  await faults.misuse.call('sharing by an extension that is not there', share)
  await expect(zego).toSurface(1103042, { via: 'api:createStream' })
  await expect(zego).not.toSurface(1103010)
  await expect(engine).toReact(1103042)
})

test('the user cancels in the screen capture extension', { tag: '@1103042' }, async ({
  app,
  faults,
  zego,
}) => {
  await app.join()
  await faults.screen.cancelledInExtension()
  await app.button('Share screen').click()
  await expect(zego).toSurface(1103042, { via: 'api:createStream' })
  await expect(app).toReact(1103042)
  await expect(app.alert).toBeEmpty()
})
