import { inRoom } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('kicked out by the app’s own back end', { tag: '@1002055' }, async ({ app, faults, zego }) => {
  await app.join()
  await faults.signaling.kick('by-server', { message: 'spam' })
  await expect(zego).toSurface(1002055, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1002055, { note: /spam/ })

  await app.comesBack(inRoom, 'Leave, then Join', async () => {
    await app.button('Leave').click()
    await app.button('Join').click()
  })
})
