import { expect, test } from '../test.ts'

test.use({ browserStage: 'old-browser' })

// The documentation says 1103043, which this version of the SDK knows, but never gives.
test('the browser cannot share the screen', { tag: ['@1103002', '@1103043'] }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.browser.without('getDisplayMedia')
  await app.join()
  await app.button('Share screen').click()
  await expect(zego).toSurface(1103002, { via: 'api:createStream' })
  await expect(zego).not.toSurface(1103043)
  await expect(app).toReact(1103002, { also: ['Try again'] })
})
