import type { Zego } from '../../fixtures/index.ts'
import type { LiveRoom } from '../live-room.ts'
import { expect, test } from '../test.ts'

async function fillShownName(of: LiveRoom, name: string): Promise<void> {
  await of.open()
  await of.page.getByRole('textbox', { name: 'Shown to others as' }).fill(name)
}

/** What each event said to the app so far. */
const toldTo = (zego: Zego) => (event: string) =>
  zego.timeline.all.filter(({ name }) => name === event).map(({ payload }) => payload)

test('people are shown by the names they chose, and reached by their IDs', { tag: '@no-code' }, async ({
  app,
  newcomer,
}) => {
  const pupil = await newcomer('pupil')
  await fillShownName(pupil, 'The pupil')
  await pupil.goLive()
  await fillShownName(app, 'The teacher')
  await app.join()
  await app.sees('The pupil')
  await app.button('Show sound levels').click()
  await expect(app.soundLevels).toHaveText('The pupilheard')
  await expect(pupil.page.getByRole('list', { name: 'Watching' })).toHaveText('The teacher')

  for (const kind of [undefined, 'Barrage', 'Command', 'Transparent'] as const) {
    await app.say(`said as ${kind}`, kind)
    const line = pupil.message(`said as ${kind}`, 'sent')
    await expect(line).toContainText('The teacher')
  }
  await expect(app.alert).toBeHidden()
})

test('a participant of the cloud is heard as a client is: who it was, what and when', {
  tag: '@no-code',
}, async ({ app, cloud, zego }) => {
  const began = Date.now()
  await app.join()
  const { roomId } = app
  const user = { userID: 'guest', userName: 'The guest' }
  const guest = cloud.room(roomId).join(user.userID, user.userName)
  await guest.publish('guest-camera', { extraInfo: 'a guest of the room' })
  guest.say('hello')
  guest.barrage('hello')
  guest.command(app.userId, 'hello')
  guest.transparent('hello')
  guest.sendOnChannel('hello', { msgType: 1 })
  guest.setExtraInfo('topic', 'news')
  guest.leave()
  await expect(zego).toEmit('roomUserUpdate', 'DELETE')

  const told = toldTo(zego)
  const stream = { user, streamID: 'guest-camera', extraInfo: 'a guest of the room' }
  const said = { fromUser: user, message: 'hello', messageID: 1 }
  const channel = { roomID: roomId, sendIDName: user.userID, sendNickName: user.userName, msgType: 1 }
  const topic = { key: 'topic', value: 'news', updateUser: user }
  expect(told('roomUserUpdate')).toEqual([
    [roomId, 'ADD', [user]],
    [roomId, 'DELETE', [user]],
  ])
  expect(told('roomStreamUpdate')).toMatchObject([
    [roomId, 'ADD', [stream], ''],
    [roomId, 'DELETE', [stream], expect.stringContaining('"code":1')],
  ])
  expect(told('streamExtraInfoUpdate')).toEqual([[roomId, [stream]]])
  expect(told('IMRecvBroadcastMessage')).toMatchObject([[roomId, [said]]])
  expect(told('IMRecvBarrageMessage')).toMatchObject([[roomId, [{ ...said, messageID: '2' }]]])
  expect(told('IMRecvCustomCommand')).toEqual([[roomId, user, 'hello']])
  expect(told('recvRoomTransparentMessage')).toMatchObject([[roomId, { sendUser: user }]])
  expect(told('recvExperimentalAPI')).toMatchObject([[{ content: { ...channel, msgContent: 'hello' } }]])
  expect(told('roomExtraInfoUpdate')).toMatchObject([[roomId, [topic]]])

  const dated = ['IMRecvBroadcastMessage', 'IMRecvBarrageMessage', 'roomExtraInfoUpdate'].map(told)
  const times = JSON.stringify(dated).match(/(?<="(sendTime|updateTime)":)\d+/g) ?? []
  expect(times).toHaveLength(3)
  for (const time of times) {
    expect(Number(time)).toBeGreaterThanOrEqual(began)
    expect(Number(time)).toBeLessThanOrEqual(Date.now())
  }
})

test('whoever is in the room already is met by name, with the stream and the topic', {
  tag: '@no-code',
}, async ({ app, cloud, zego }) => {
  const began = Date.now()
  const { roomId } = app
  const user = { userID: 'guest', userName: 'The guest' }
  const guest = cloud.room(roomId).join(user.userID, user.userName)
  await guest.publish('guest-camera', { extraInfo: 'a guest of the room' })
  guest.setExtraInfo('topic', 'news')
  await app.join()
  for (const event of ['roomExtraInfoUpdate', 'roomUserUpdate', 'streamExtraInfoUpdate'] as const)
    await expect(zego).toEmit(event)

  const told = toldTo(zego)
  const stream = { user, streamID: 'guest-camera', extraInfo: 'a guest of the room' }
  expect(told('roomUserUpdate')).toEqual([[roomId, 'ADD', [user]]])
  expect(told('roomStreamUpdate')).toMatchObject([[roomId, 'ADD', [stream], '']])
  expect(told('streamExtraInfoUpdate')).toEqual([[roomId, [stream]]])
  const topic = { key: 'topic', value: 'news', updateUser: user, updateTime: expect.any(Number) }
  expect(told('roomExtraInfoUpdate')).toEqual([[roomId, [topic]]])
  const [updateTime] = JSON.stringify(told('roomExtraInfoUpdate')).match(/(?<="updateTime":)\d+/) ?? []
  expect(Number(updateTime)).toBeGreaterThanOrEqual(began)
  expect(told('roomOnlineUserCountUpdate')[0]).toEqual([roomId, 2])
})
