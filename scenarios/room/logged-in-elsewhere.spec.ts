import { inRoom } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the same user logs in on another device', { tag: '@1002050' }, async ({ app, cloud, faults, zego }) => {
  await app.open()
  await app.page.getByRole('textbox', { name: 'Shown to others as' }).fill('Host')
  await app.join()
  await faults.signaling.loginElsewhere()
  await expect(zego).toSurface(1002050, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1002050)

  await app.recover(inRoom)
  expect(cloud.room(app.roomId).members.get(app.userId)?.userName).toBe('Host')
})
