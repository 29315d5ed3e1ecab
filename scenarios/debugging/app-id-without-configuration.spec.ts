import { accesshub } from '../../fixtures/index.ts'
import { heard } from '../heard.ts'
import { APP_ID } from '../live-room.ts'
import { type EndOf, inRoom } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

/** The app has said so all the time, so the room is asked as well. */
const inRoomAgain: EndOf = (app) => ({
  ...inRoom(app),
  isSo: async () => app.cloud.room(app.roomId).members.has(app.userId) && (await inRoom(app).isSo()),
})

// The SDK asks for the configuration beside the login. Where that is granted first, it leaves the room again, and tells nobody.
test('the service has no configuration for the AppID of somebody it has let in', { tag: '@1000002' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  const broken = await faults.signaling.configure({ brokenAppIds: [APP_ID] })
  // By itself either may be first.
  cloud.use(
    accesshub('GetAppConfigRequest', async () => {
      await expect(cloud).toHaveReceived('LoginRoomReq')
      return undefined
    }),
  )
  await app.join()
  await heard(zego, 'console', 'fail 20008', broken.at)
  await expect(cloud).toHaveReceived('LogoutRoomReq', {}, { since: broken })
  expect(cloud.room(app.roomId).members.has(app.userId)).toBe(false)
  expect(zego.surfaced(1001004)).toBeUndefined()
  await app.say('hello?')
  await expect(zego).toSurface(1000002, { via: 'api:sendBroadcastMessage' })
  await expect(app).toReact(1000002)

  await broken.undo()
  await app.recover(inRoomAgain)
})

test('the service has no configuration for the AppID of somebody whose login takes long', {
  tag: '@1001004',
}, async ({ app, faults, zego }) => {
  const logins = await faults.signaling.silence('LoginRoomReq')
  const broken = await faults.signaling.configure({ brokenAppIds: [APP_ID] })
  await app.tryToJoin()
  await expect(zego).toSurface(1001004, { via: 'api:loginRoom', since: broken })
  await expect(zego).toSurface(1001004, { via: 'event:roomStateChanged', since: broken })
  await expect(app).toReact(1001004)

  await broken.undo()
  await logins.undo()
  await app.comesBack(inRoomAgain, 'Join', () => app.tryToJoin())
})
