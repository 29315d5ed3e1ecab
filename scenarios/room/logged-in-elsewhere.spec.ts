import { expect, test } from '../test.ts'

test('the same user logs in on another device', { tag: '@1002050' }, async ({ app, faults, zego }) => {
  await app.join()
  await faults.signaling.loginElsewhere()
  await expect(zego).toSurface(1002050, { via: 'event:roomStateChanged' })
  await expect(app.alert).toContainText(/joined this room somewhere else/i)

  await app.button('Rejoin').click()
  await expect(app.connection).toHaveText('Connected')
})
