import { expect, test } from 'vitest'
import type { Push } from './pushes.ts'
import { Room } from './room.ts'
import { sendTransparent } from './talk.ts'

/** A room with a client in it that keeps what it is told. */
function roomWith(userId: string) {
  const room = new Room('r1', {
    publishMedia: async () => ({ send() {}, cover() {}, tell() {}, end() {} }),
    whenMissed: () => () => {},
  })
  const told: unknown[][] = []
  const say = (name: unknown, init: unknown) => void told.push([name, init])
  const push = Object.assign(say, { kickLink: (init: object) => say('kickLink', init) }) as unknown as Push
  room.enter({ userId, userName: userId, push })
  return { room, told }
}

test('a client hears of whoever comes and goes, and of their streams, but not of itself', () => {
  const { room, told } = roomWith('alice')
  const bob = room.join('bob')
  bob.announce('s1')
  bob.leave()
  expect(told.map(([name]) => name)).toEqual([
    'PushUserInfoUpdated',
    'StreamAdded',
    'StreamDeleted',
    'PushUserInfoUpdated',
  ])
  const numbers = told.map(([, init]) => Object.entries(init as object).find(([name]) => /Seq$/.test(name)))
  // Each says the number of the room by then, so that a client knows that it has missed none.
  expect(numbers).toEqual([
    ['serverUserSeq', 3n],
    ['streamSeq', 2],
    ['streamSeq', 3],
    ['serverUserSeq', 4n],
  ])
  expect([...room.members.keys()]).toEqual(['alice'])
  expect(room.streams.size).toBe(0)
})

test('who has left hears nothing of the room any more', () => {
  const { room, told } = roomWith('alice')
  room.leave('alice')
  const bob = room.join('bob')
  bob.say('hello')
  bob.announce('s1')
  bob.leave()
  expect(told).toEqual([])
})

test('who is kicked is told why, and is out', () => {
  const { room, told } = roomWith('alice')
  room.kick('alice', 'by-server', { message: 'enough' })
  expect(told).toEqual([['PushUserKickout', { idName: 'alice', kickoutReason: 2, customReason: 'enough' }]])
  expect(room.members.size).toBe(0)
})

test('a kick-out of the whole link leaves the room to the client', () => {
  const { room, told } = roomWith('alice')
  room.kick('alice', 7, { relogin: true })
  expect(told).toEqual([['kickLink', { reason: 7, message: '', isNeedRelogin: 1 }]])
})

test('a message reaches everybody but its sender, numbered in order', () => {
  const { room, told } = roomWith('alice')
  room.join('bob').say('hello')
  room.say('alice', 'not to herself')
  expect(told.filter(([name]) => name === 'PushIm')).toMatchObject([
    ['PushIm', { serverMsgId: 1n, msgList: [{ idName: 'bob', msgContent: 'hello' }] }],
  ])
  expect(room.seq.message).toBe(2)
})

test('extra info is kept with who set it, and each change has a number', () => {
  const { room, told } = roomWith('alice')
  const bob = room.join('bob', 'Bob')
  bob.setExtraInfo('topic', 'news')
  bob.setExtraInfo('topic', 'sports')
  expect(room.extraInfo.get('topic')).toMatchObject({ value: 'sports', seq: 2, setBy: 'bob' })
  expect(told.at(-1)).toMatchObject([
    'PushTrans',
    { transType: 'topic', transData: 'sports', transSeq: 2, nickName: 'Bob' },
  ])
})

test('a second participant of one user ID is refused with what to do instead', () => {
  const { room } = roomWith('alice')
  expect(() => room.join('alice')).toThrow(/already in room r1.*loginElsewhere/)
})

test('what a stream is about by now is told to everybody else, and counted', () => {
  const { room, told } = roomWith('alice')
  const from = Date.now()
  room.join('bob').announce('s1', 'a song')
  expect(Number(room.streams.get('s1')?.createTime)).toBeGreaterThanOrEqual(from)
  room.updateStream('s1', 'another song')
  expect(told.at(-1)).toMatchObject([
    'StreamUpdated',
    { streamInfoList: [{ streamId: 's1', extraInfo: 'another song', streamVer: 2 }] },
  ])
})

test('a message on a channel names its sender', () => {
  const { room, told } = roomWith('alice')
  room.join('bob', 'Bob').sendOnChannel('hello', { channelType: 2, msgType: 1 })
  const said = { senderIdname: 'bob', senderNickname: 'Bob', channelType: 2, msgType: 1, msgContent: 'hello' }
  expect(told.at(-1)).toEqual(['PushChannelMsg', said])
})

test('a transparent message for one reaches nobody else', () => {
  const { room, told } = roomWith('alice')
  const bob = room.join('bob')
  room.join('carol')
  bob.transparent('for carol', ['carol'])
  bob.transparent('for alice', ['alice'])
  sendTransparent(room, 'alice', { msgData: 'for all, but not for herself', to: [] })
  expect(told.filter(([name]) => name === 'PushTransparentMsg')).toMatchObject([
    ['PushTransparentMsg', { msgData: 'for alice' }],
  ])
})

test('who shall stop is told of their own streams alone, and these stay until they are ended', () => {
  const { room, told } = roomWith('alice')
  for (const stream of ['s1', 's2']) room.addStream('alice', stream)
  room.join('bob').announce('s3')
  expect(room.stopStreams('alice')).toEqual(['s1', 's2'])
  expect(told.at(-1)).toEqual(['PushUserTokenExpire', { stopStreamInfo: { streamIdList: ['s1', 's2'] } }])
  expect([...room.streams.keys()]).toEqual(['s1', 's2', 's3'])
})
