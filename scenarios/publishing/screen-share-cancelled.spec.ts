import { expect, test } from '../test.ts'

test.use({ browserStage: 'screen-rejected' })

// The documentation says 1103042, but the SDK calls what Chromium's picker says 1103010: "Permission denied by user".
test('the user closes the screen picker', { tag: ['@1103010', '@1103042'] }, async ({
  app,
  faults,
  zego,
}) => {
  await app.join()
  await faults.screen.cancelled()
  await app.button('Share screen').click()
  await expect(zego).toSurface(1103010, { via: 'api:createStream' })
  await expect(zego).not.toSurface(1103042)
  await expect(app).toReact(1103010, { also: ['Try again'] })

  const asked = () => zego.timeline.all.filter(({ name }) => name === 'createStream').length
  const before = asked()
  await app.button('Try again').click()
  await expect.poll(asked).toBeGreaterThan(before)
})
