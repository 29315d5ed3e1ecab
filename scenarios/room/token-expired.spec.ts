import { expect, test } from '../test.ts'

test('the token runs out while in the room', { tag: '@1102018' }, async ({ app, faults, zego }) => {
  await app.join()
  await faults.signaling.expireToken()
  await expect(zego).toSurface(1102018, { via: 'event:roomStateChanged' })
  await expect(app.alert).toContainText(/expired/i)

  await app.button(/rejoin|renew/i).click()
  await expect(app.connection).toHaveText('Connected')
  await expect(app.alert).toBeEmpty()
})
