import { expect, onTestFinished, test, vi } from 'vitest'
import { Cloud } from '../cloud.ts'
import { refusalCode } from '../exchange/refusal-code.ts'
import { reply } from '../exchange/reply.ts'
import { liveroom } from '../handlers.ts'
import { ScriptedClient } from '../testing/scripted-client.ts'
import { makeToken } from '../token.ts'

function logIn(cloud: Cloud, idName: string, more: object = {}) {
  const client = new ScriptedClient(cloud)
  const answer = client.request('LoginRoomReq', { roomId: 'r1', idName, thirdToken: makeToken(), ...more })
  return { client, session: answer?.switchSessionId, code: answer?.rspHead?.code }
}

const keyOfLast = (client: ScriptedClient) => client.packets().at(-1)?.header.contextKey

test('the answer to a login is in the seat that was taken, and each room has one of its own', () => {
  const { client } = logIn(new Cloud(), 'alice')
  const first = keyOfLast(client)
  client.request('EnterRoomReq', { roomId: 'r2' })
  const second = keyOfLast(client)
  expect(first).toBeGreaterThan(0)
  expect(second).toBeGreaterThan(first ?? 0)
  client.request('HbReq')
  expect(keyOfLast(client)).toBe(second)
})

test('a seat that is taken later has a number of its own, whichever was given back', () => {
  const { client } = logIn(new Cloud(), 'alice')
  const first = keyOfLast(client)
  client.request('EnterRoomReq', { roomId: 'r2' })
  const second = keyOfLast(client)
  client.contextKey = first ?? 0
  client.request('LogoutRoomReq')
  client.request('EnterRoomReq', { roomId: 'r3' })
  expect(keyOfLast(client)).toBeGreaterThan(second ?? 0)
})

test('a refused login takes no seat: its answer is where the request came from', () => {
  const cloud = new Cloud({ configuration: { roomCapacity: 1 } })
  logIn(cloud, 'alice')
  const { client, code } = logIn(cloud, 'bob')
  expect(code).toBe(1105)
  expect(keyOfLast(client)).toBe(0)
  expect([...cloud.room('r1').members.keys()]).toEqual(['alice'])
})

test('a client that is not let in again still speaks of its room, and shall log in', () => {
  const cloud = new Cloud({ configuration: { roomCapacity: 1 } })
  logIn(cloud, 'alice')
  const { client } = logIn(cloud, 'bob')
  expect(client.request('DeleteStreamReq')?.rspHead).toMatchObject({ code: 1_002, message: 'not in a room' })
  expect(cloud.defects).toEqual([])
})

test('a client that was replaced meanwhile is refused, and the journal says that clients decided so', () => {
  const cloud = new Cloud()
  const first = logIn(cloud, 'alice')
  logIn(cloud, 'alice')
  const again = logIn(cloud, 'alice', { switchSessionId: first.session, reloginType: 1 })
  expect(again.code).toBe(50_013)
  const answers = cloud.journal.named('LoginRoomRsp')
  expect(answers.map(({ message, judgedBy }) => [refusalCode(message), judgedBy])).toEqual([
    [0, undefined],
    [0, undefined],
    [50_013, 'clients'],
  ])
})

test('a client that was missed for too long shall log in again, and may leave without', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const cloud = new Cloud()
  const { client } = logIn(cloud, 'alice')
  vi.advanceTimersByTime(101_000)
  expect(client.request('SendImReq', { msgContent: 'hello' })?.rspHead).toMatchObject({
    code: 1_002,
    message: 'not in the room any more',
  })
  expect(client.request('LogoutRoomReq')?.rspHead?.code).toBe(0)
  expect(cloud.defects).toEqual([])
})

test('a token is renewed for as long as it is good, and a bad one is refused by name', () => {
  const { client } = logIn(new Cloud(), 'alice')
  expect(client.request('RenewTokenReq', { token: makeToken(7_200) })?.tokenRemainTime).toBe(7_200)
  expect(client.request('RenewTokenReq', { token: '04not-base64!' })?.rspHead).toMatchObject({
    code: 50_119,
    message: expect.stringContaining('is not a token'),
  })
})

test('a second room before any login is a defect', () => {
  const cloud = new Cloud()
  expect(new ScriptedClient(cloud).request('EnterRoomReq', { roomId: 'r2' })).toBeUndefined()
  expect(cloud.defects.map(({ message }) => message)).toEqual([
    'liveroom: EnterRoomReq for r2 came before any LoginRoomReq',
  ])
})

test('an answer under a command that nobody knows keeps its place in the conversation', async () => {
  const cloud = new Cloud()
  const { client } = logIn(cloud, 'alice')
  const key = keyOfLast(client)
  cloud.use(liveroom('HbReq', () => reply.broken('command')))
  client.request('HbReq')
  await cloud.journal.waitFor('unknown answer', ({ name }) => name === 'unknown')
  expect(client.packets().at(-1)?.header).toMatchObject({ cmd: 999_999, contextKey: key })
})

test('a command and a message for one reach nobody else', () => {
  const cloud = new Cloud()
  const { client } = logIn(cloud, 'alice')
  for (const idName of ['bob', 'carol']) logIn(cloud, idName)
  const toUserList = [{ idName: 'bob' }]
  const said = { from_userid: 'alice', from_username: 'Alice', custom_content: 'mute' }
  client.request('SignalLiveCustomReq', { pushMessage: JSON.stringify(said), toUserList } as object)
  client.request('SignalTransparentMsgReq', { msgData: 'hello', toUserList: ['bob'] })
  client.request('SignalTransparentMsgReq', { msgType: 1, msgData: 'for the server alone', toUserList: [] })
  client.request('SendChannelMsgReq', { msgContent: 'hello', toUserList: ['bob'] })
  const kinds = /^Push(SignalCustom|TransparentMsg|ChannelMsg)$/
  const pushed = cloud.journal.entries.filter(({ name }) => kinds.test(name))
  expect(pushed.map(({ name, user }) => `${name} to ${user}`)).toEqual([
    'PushSignalCustom to bob',
    'PushTransparentMsg to bob',
    'PushChannelMsg to bob',
  ])
  // The service hands a command on as the SDK of its sender wrote it.
  expect(pushed[0]?.message).toEqual(said)
  client.request('SignalLiveCustomReq', { pushMessage: 'mute', toUserList } as object)
  expect(cloud.defects).toMatchObject([
    { message: expect.stringContaining('custom command cannot be decoded') },
  ])
})

test('a client is told to be heard of three times before its silence is noticed', () => {
  const cloud = new Cloud({ configuration: { absenceTimeout: 10 } })
  const client = new ScriptedClient(cloud)
  const login = { roomId: 'r1', idName: 'alice', thirdToken: makeToken() }
  expect(client.request('LoginRoomReq', login)?.liveroomHbInterval).toBe(3_000)
  expect(client.request('EnterRoomReq', { roomId: 'r2' })?.liveroomHbInterval).toBe(3_000)
  expect(client.request('HbReq')?.hbInterval).toBe(3_000)
})

test('who comes in is told at once what the room keeps', () => {
  const cloud = new Cloud()
  const client = new ScriptedClient(cloud)
  for (const id of ['r1', 'r2']) cloud.room(id).join('bob', 'Bob').setExtraInfo('topic', 'news')
  const transChannelList = [{ transChannel: 'clt', transSeqList: [{ transType: 'topic', transSeq: 1 }] }]
  const kept = { transListSeq: 1, transChannelList }
  const login = { roomId: 'r1', idName: 'alice', thirdToken: makeToken() }
  expect(client.request('LoginRoomReq', login)).toMatchObject({ ...kept, onlineCount: 2 })
  expect(client.request('EnterRoomReq', { roomId: 'r2' })).toMatchObject(kept)
  const asked = { transChannel: 'clt', transList: [{ transType: 'topic' }] } as object
  expect(client.request('GetTransReq', asked)?.transList).toMatchObject([
    { transData: 'news', transSeq: 1, idName: 'bob', nickName: 'Bob' },
  ])
})

test('a heartbeat brings the numbers of the room, by which a client knows what it missed', () => {
  const cloud = new Cloud()
  const bob = cloud.room('r1').join('bob')
  for (const stream of ['s1', 's2', 's3']) bob.announce(stream)
  const { client } = logIn(cloud, 'alice')
  const before = { streamSeq: 4, userSeq: 3n, transListSeq: 0, onlineCount: 2, transChannelList: [] }
  expect(client.request('HbReq')).toMatchObject(before)
  bob.setExtraInfo('topic', 'news')
  const transChannelList = [{ transChannel: 'clt', transSeqList: [{ transType: 'topic', transSeq: 1 }] }]
  expect(client.request('HbReq')).toMatchObject({ ...before, transListSeq: 1, transChannelList })
  bob.leave()
  expect(client.request('HbReq')).toMatchObject({ streamSeq: 7, userSeq: 4n, onlineCount: 1 })
})

test('a list of streams has those of the others only', () => {
  const cloud = new Cloud()
  cloud.room('r1').join('bob').announce('of-bob')
  const { client } = logIn(cloud, 'alice')
  client.request('AddStreamReq', { streamId: 'her-own' })
  const { streamListSeq, streamInfoList } = client.request('GetStreamListReq') ?? {}
  expect([streamListSeq, streamInfoList?.map(({ streamId }) => streamId)]).toEqual([3, ['of-bob']])
})

test('who comes in is told what a stream is called, however it asks', () => {
  const cloud = new Cloud()
  const { client } = logIn(cloud, 'host')
  client.request('AddStreamReq', { streamId: 's1', streamTitle: 'Evening', extraInfo: 'a song' })
  const named = [{ streamId: 's1', streamTitle: 'Evening', extraInfo: 'a song', idName: 'host' }]
  const guest = logIn(cloud, 'guest', { roomId: 'r2' }).client
  expect(guest.request('EnterRoomReq', { roomId: 'r1' })?.streamInfoList).toMatchObject(named)
  expect(guest.request('GetStreamListReq')?.streamInfoList).toMatchObject(named)
  const login = { roomId: 'r1', idName: 'carol', thirdToken: makeToken() }
  // Its message has another name for it.
  expect(new ScriptedClient(cloud).request('LoginRoomReq', login)?.streamInfoList).toMatchObject([
    { streamId: 's1', title: 'Evening' },
  ])
})

test('each barrage message of one request has a number of its own', () => {
  const { client } = logIn(new Cloud(), 'alice')
  const msgList = ['a', 'b'].map((msgClientId) => ({ msgClientId, msgContent: msgClientId }))
  expect(client.request('SendBigImReq', { msgList } as object)?.msgList).toMatchObject([
    { msgId: '1', msgClientId: 'a' },
    { msgId: '2', msgClientId: 'b' },
  ])
})

test('whoever says something is named as they call themselves, whatever kind it is', () => {
  const cloud = new Cloud()
  const { client } = logIn(cloud, 'alice', { nickName: 'Alice' })
  logIn(cloud, 'bob')
  client.request('SendImReq', { msgContent: 'hello' })
  const msgList = [{ msgClientId: 'a', msgContent: 'hello', msgCategory: 2, msgType: 3 }]
  client.request('SendBigImReq', { msgList } as object)
  cloud.room('r1').join('carol', 'Carol').command('bob', 'mute')
  const toBob = (wanted: string) =>
    cloud.journal.entries.flatMap(({ name, user, message }) =>
      name === wanted && user === 'bob' ? [message] : [],
    )
  const said = { idName: 'alice', nickName: 'Alice', msgContent: 'hello' }
  expect(toBob('PushIm')).toMatchObject([{ msgList: [{ ...said, msgCategory: 1 }] }])
  expect(toBob('PushBigIm')).toMatchObject([{ msgList: [{ ...said, msgCategory: 2, msgType: 3 }] }])
  expect(toBob('PushSignalCustom')).toMatchObject([{ from_userid: 'carol', from_username: 'Carol' }])
  expect(client.request('GetUserlistReq')?.userBaseInfoList).toMatchObject([
    { idName: 'alice', nickName: 'Alice' },
    { idName: 'bob', nickName: 'bob' },
    { idName: 'carol', nickName: 'Carol' },
  ])
})
