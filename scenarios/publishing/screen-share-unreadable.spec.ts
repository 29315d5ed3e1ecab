import { expect, test } from '../test.ts'

test.use({ browserStage: 'no-devices' })

test('the screen cannot be captured', { tag: '@1103010' }, async ({ app, faults, zego }) => {
  await app.join()
  await faults.screen.unreadable()
  await app.button('Share screen').click()
  await expect(zego).toSurface(1103010, { via: 'api:createStream' })
  await expect(app).toReact(1103010, { also: ['Try again'] })
})
