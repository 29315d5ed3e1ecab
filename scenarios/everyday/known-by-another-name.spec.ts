import type { LiveRoom } from '../live-room.ts'
import { expect, test } from '../test.ts'

async function fillShownName(of: LiveRoom, name: string): Promise<void> {
  await of.open()
  await of.page.getByRole('textbox', { name: 'Shown to others as' }).fill(name)
}

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

test('who it was, what and when comes from a client and from a participant alike', {
  tag: '@no-code',
}, async ({ app, cloud, newcomer, zego }) => {
  const began = Date.now()
  const pupil = await newcomer('pupil')
  await fillShownName(pupil, 'The pupil')
  await app.join()
  await pupil.goLive()
  for (const kind of [undefined, 'Barrage', 'Command', 'Transparent', 'Channel'] as const)
    await pupil.say('hello', kind)
  await pupil.page.getByRole('textbox', { name: 'What this room is about' }).fill('news')
  await pupil.button('Change topic').click()
  for (const event of ['roomExtraInfoUpdate', 'IMRecvBarrageMessage', 'recvExperimentalAPI'])
    await expect(zego).toEmit(event)

  const guest = cloud.room(app.roomId).join('guest', 'The guest')
  await guest.publish('guest-camera', { extraInfo: 'a guest of the room' })
  guest.say('hello')
  guest.barrage('hello')
  guest.command(app.userId, 'hello')
  guest.transparent('hello')
  guest.sendOnChannel('hello', { msgType: 1 })
  guest.setExtraInfo('topic', 'more news')
  guest.leave()
  await pupil.button('Leave').click()

  // The app is the first of the two pages.
  const told = (event: string) =>
    zego.timeline.all.filter(({ name, page }) => name === event && page === 1).map(({ payload }) => payload)
  const room = app.roomId
  const both = [
    { userID: 'pupil', userName: 'The pupil' },
    { userID: 'guest', userName: 'The guest' },
  ]
  const backwards = both.toReversed()
  const streams = [/^pupil-camera/, /^guest-camera$/].map((id) => expect.stringMatching(id))
  const described = ['', 'a guest of the room']
  const live = both.map((user, at) => ({ user, streamID: streams[at], extraInfo: described[at] }))

  await expect
    .poll(() => told('roomUserUpdate'))
    .toEqual([
      ...both.map((user) => [room, 'ADD', [user]]),
      ...backwards.map((user) => [room, 'DELETE', [user]]),
    ])
  expect(told('roomStreamUpdate')).toMatchObject([
    ...live.map((stream) => [room, 'ADD', [stream], '']),
    ...live.toReversed().map((stream) => [room, 'DELETE', [stream], expect.stringContaining('"code":1')]),
  ])
  expect(told('streamExtraInfoUpdate')).toEqual([[room, [live[1]]]])
  const said = [1, 2].map((nth) => ({ fromUser: both[nth - 1], message: 'hello', messageID: 2 * nth - 1 }))
  expect(told('IMRecvBroadcastMessage')).toMatchObject(said.map((line) => [room, [line]]))
  const passing = said.map((line) => ({ ...line, messageID: `${line.messageID + 1}` }))
  expect(told('IMRecvBarrageMessage')).toMatchObject(passing.map((line) => [room, [line]]))
  expect(told('IMRecvCustomCommand')).toEqual(both.map((from) => [room, from, 'hello']))
  expect(told('recvRoomTransparentMessage')).toMatchObject(both.map((sendUser) => [room, { sendUser }]))
  expect(told('recvExperimentalAPI')).toMatchObject(
    both.map(({ userID, userName }) => [
      {
        content: {
          roomID: room,
          sendIDName: userID,
          sendNickName: userName,
          msgType: 1,
          msgContent: 'hello',
        },
      },
    ]),
  )
  const topics = ['news', 'more news'].map((value, at) => ({ key: 'topic', value, updateUser: both[at] }))
  expect(told('roomExtraInfoUpdate')).toMatchObject(topics.map((topic) => [room, [topic]]))

  const dated = ['IMRecvBroadcastMessage', 'IMRecvBarrageMessage', 'roomExtraInfoUpdate'].flatMap(told)
  const times = JSON.stringify(dated).match(/(?<="(sendTime|updateTime)":)\d+/g) ?? []
  expect(times).toHaveLength(6)
  for (const time of times) {
    expect(Number(time)).toBeGreaterThanOrEqual(began)
    expect(Number(time)).toBeLessThanOrEqual(Date.now())
  }
})
