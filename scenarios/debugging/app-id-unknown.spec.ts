import { APP_ID } from '../live-room.ts'
import { inRoom } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the service does not know the AppID', { tag: '@1001004' }, async ({ app, faults, zego }) => {
  await faults.signaling.configure({ appIds: [APP_ID + 1] })
  await app.tryToJoin()
  await expect(zego).toSurface(1001004, { via: 'api:loginRoom' })
  await expect(zego).toSurface(1001004, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1001004)

  await app.comesBack(inRoom, 'the right AppID', async () => {
    await app.page.goto(`/?appID=${APP_ID + 1}&server=wss://server.example/ws`)
    await app.tryToJoin()
  })
})
