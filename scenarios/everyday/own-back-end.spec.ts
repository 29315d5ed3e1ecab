import { http } from 'msw'
import { joinMultiRoom } from '../room/side-room-panel.ts'
import { test as base, expect, reply } from '../test.ts'
import { BackEnd, callbackSecret, serverSecret } from './back-end.ts'

const test = base.extend<{ backEnd: BackEnd }>({
  // After the app, whose own token service this one takes the place of.
  backEnd: async ({ app: _, cloud }, use) => {
    const backEnd = await BackEnd.open(await cloud.server.url())
    cloud.server.callBackTo(`${backEnd.url}/zego`)
    // As the app's own server does: what it is asked under /api, the back end answers.
    const passOn = ({ request }: { request: Request }) =>
      fetch(`${backEnd.url}/api/token${new URL(request.url).search}`)
    cloud.use(http.get('*/api/token', passOn))
    await use(backEnd)
    await backEnd.close()
  },
})

test.use({ cloudConfiguration: { serverSecret, callbackSecret } })

test('the back end removes a person, and hears that she is gone', { tag: '@1002055' }, async ({
  app,
  backEnd,
  cloud,
  faults,
  zego,
}) => {
  const { roomId: roomID, userId: userID } = app
  await app.join()
  await cloud.server.callbacks.settled()
  expect(backEnd.told(roomID)).toEqual(['room_login host'])
  await faults.server.call('KickoutUser', () => backEnd.ask('/admin/kick', { roomID, userID }))
  await expect(zego).toSurface(1002055, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1002055, { note: /spam/ })
  await cloud.server.callbacks.settled()
  expect(backEnd.told(roomID)).toEqual(['room_login host', 'room_logout host 3'])
})

test('the back end forbids a stream', { tag: '@1003025' }, async ({ app, backEnd, cloud, faults, zego }) => {
  await app.goLive()
  const { stream: streamID } = await cloud.publishing()
  await cloud.server.callbacks.settled()
  expect(backEnd.told(app.roomId)).toContain(`stream_create ${streamID}`)
  await faults.server.call('ForbidRTCStream', () => backEnd.ask('/admin/forbid', { streamID }))
  await expect(zego).toSurface(1003025, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1003025)
})

test('the service is asked too often, and the person stays', { tag: '@no-code' }, async ({
  app,
  backEnd,
  faults,
}) => {
  const { roomId: roomID, userId: userID } = app
  await app.join()
  await faults.server.answer('KickoutUser', reply.code(206))
  expect(await backEnd.ask('/admin/kick', { roomID, userID })).toMatchObject({ Code: 206 })
  await expect(app.connection).toHaveText('Connected')
})

test('each token is for one room, and the person moves on to the next', { tag: '@no-code' }, async ({
  app,
  backEnd,
  cloud,
}) => {
  const side = await joinMultiRoom(app)
  await side.join('room-2')
  await expect(side.status).toHaveText('Also in room-2')
  await side.field('Move on to').fill('room-3')
  await side.press('Move')
  await expect(side.status).toHaveText('Also in room-3')
  await cloud.server.callbacks.settled()
  expect(backEnd.told('room-3')).toEqual(['room_login host'])
})

/** A guest comes, goes and comes back, and what the back end is told of it when a callback goes astray. */
const stories = [
  {
    astray: 'a callback comes twice',
    fault: 'repeatCallbacks',
    told: ['room_login guest', 'room_logout guest 0', 'room_logout guest 0', 'room_login guest'],
  },
  {
    astray: 'a callback comes too late, after the one that follows',
    fault: 'swapCallbacks',
    told: ['room_login guest', 'room_login guest', 'room_logout guest 0'],
  },
  {
    astray: 'a callback is lost',
    fault: 'loseCallbacks',
    told: ['room_login guest', 'room_login guest'],
  },
] as const

for (const { astray, fault, told } of stories) {
  test(astray, { tag: '@no-code' }, async ({ app, backEnd, cloud, faults }) => {
    const room = cloud.room(app.roomId)
    const guest = room.join('guest')
    await faults.server[fault]({ event: 'room_logout', user: 'guest' })
    guest.leave()
    room.join('guest')
    await cloud.server.callbacks.settled()
    expect(backEnd.told(app.roomId)).toEqual(told)
  })
}

test('a callback takes its time', { tag: '@no-code' }, async ({ app, backEnd, cloud, faults }) => {
  const room = cloud.room(app.roomId)
  const guest = room.join('guest')
  await faults.server.delayCallbacks('5s', { event: 'room_logout' })
  guest.leave()
  room.join('guest')
  await cloud.server.callbacks.settled()
  expect(backEnd.told(app.roomId)).toEqual(['room_login guest', 'room_login guest'])
  await faults.time.advance('5s', { of: 'cloud' })
  await cloud.server.callbacks.settled()
  expect(backEnd.told(app.roomId)).toEqual(['room_login guest', 'room_login guest', 'room_logout guest 0'])
})
