import { expect, test } from '../test.ts'

test.use({ browserStage: 'screen-denied' })

test('the browser refuses to share a screen', { tag: '@1103042' }, async ({ app, faults, zego }) => {
  await app.join()
  await faults.screen.denied()
  await app.button('Share screen').click()
  await expect(zego).toSurface(1103042, { via: 'api:createStream' })
  await expect(app).toReact(1103042)
  await expect(app.alert).toBeEmpty()
})
