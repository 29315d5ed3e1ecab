import { inRoom } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the same user logs in on another device', { tag: '@1002050' }, async ({ app, faults, zego }) => {
  await app.join()
  await faults.signaling.loginElsewhere()
  await expect(zego).toSurface(1002050, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1002050)

  await app.recover(inRoom)
})
