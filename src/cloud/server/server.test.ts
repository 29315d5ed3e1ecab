import { expect, onTestFinished, test } from 'vitest'
import { Cloud, type CloudOptions } from '../cloud.ts'
import { listenForBackEnds } from '../doors/wire/back-ends.ts'
import { reply } from '../exchange/reply.ts'
import { server } from '../handlers.ts'
import { app, callApi, signedQuery } from '../testing/back-end.ts'
import { ScriptedClient } from '../testing/scripted-client.ts'
import { makeToken } from '../token.ts'

const { appId, serverSecret } = app
const roomId = 'r1'

function openCloud(configuration: CloudOptions['configuration'] = {}) {
  const cloud = new Cloud({
    listen: listenForBackEnds,
    configuration: { serverSecret, ...configuration },
  })
  onTestFinished(() => cloud.close())
  return cloud
}

async function logIn(cloud: Cloud, idName: string) {
  const thirdToken = await makeToken({ appId, userId: idName, secret: serverSecret })
  const client = new ScriptedClient(cloud)
  client.request('LoginRoomReq', { roomId, idName, appId, thirdToken })
  await cloud.journal.waitFor('the login', ({ name, user }) => name === 'LoginRoomRsp' && user === idName)
}

const pushedTo = (cloud: Cloud, user: string) =>
  cloud.journal.entries.flatMap(({ direction, user: to, name, message }) =>
    direction === 'out' && to === user && name.startsWith('Push') ? [{ name, message }] : [],
  )

test('a back end puts a user out of its room, with its reason', async () => {
  const cloud = openCloud()
  await logIn(cloud, 'alice')
  const answer = await callApi(cloud, 'KickoutUser', {
    RoomId: roomId,
    'UserId[]': ['alice', 'nobody'],
    CustomReason: 'spam 房',
  })
  expect(answer).toEqual({ Code: 0, Message: 'success', RequestId: expect.any(String) })
  expect(pushedTo(cloud, 'alice')).toMatchObject([
    { name: 'PushUserKickout', message: { kickoutReason: 2, customReason: 'spam 房' } },
  ])
  expect(cloud.room(roomId).members.size).toBe(0)
  expect(cloud.defects).toEqual([])
})

test('each answer has a RequestId of its own, for whoever looks for it in a log', async () => {
  const cloud = openCloud()
  const ask = () => callApi(cloud, 'KickoutUser', { RoomId: roomId, UserId: 'nobody' })
  const [first, second] = [await ask(), await ask()]
  expect(first).not.toMatchObject({ RequestId: second.RequestId })
})

test('the parameters of a list may be written without brackets, too', async () => {
  const cloud = openCloud()
  await logIn(cloud, 'alice')
  expect(await callApi(cloud, 'KickoutUser', { RoomId: roomId, UserId: 'alice' })).toMatchObject({ Code: 0 })
})

test.each([
  ['an AppId that is no number', { AppId: 'my-app' }, 100_000_001],
  ['no timestamp', { Timestamp: undefined }, 100_000_002],
  ['a timestamp with a fraction', { Timestamp: '1.5' }, 100_000_003],
  ['a timestamp in milliseconds', { Timestamp: `${Date.now()}` }, 100_000_004],
  ['a timestamp of long ago', { Timestamp: `${Math.round(Date.now() / 1_000) - 601}` }, 100_000_004],
  ['a signature of something else', { SignatureNonce: 'other' }, 100_000_005],
  ['a signature in capitals', { Signature: '43E5CFCCA828314675F91B001390566A' }, 100_000_005],
  ['no nonce', { SignatureNonce: undefined }, 100_000_008],
  ['no signature', { Signature: undefined }, 100_000_009],
  ['no version', { SignatureVersion: undefined }, 100_000_013],
  ['another version', { SignatureVersion: '1.0' }, 100_000_014],
])('a call with %s is refused, and changes nothing', async (_, common, code) => {
  const cloud = openCloud()
  await logIn(cloud, 'alice')
  const kick = { RoomId: roomId, 'UserId[]': 'alice' }
  expect(await callApi(cloud, 'KickoutUser', kick, common)).toMatchObject({ Code: code })
  expect(cloud.room(roomId).members.size).toBe(1)
})

test('an app that the service does not know has no secret, nor has one whose secret nobody told', async () => {
  expect(await callApi(openCloud({ appIds: [1] }), 'DescribeUserNum', { 'RoomId[]': 'r1' })).toMatchObject({
    Code: 100_000_010,
  })
  expect(
    await callApi(openCloud({ brokenAppIds: [appId] }), 'DescribeUserNum', { 'RoomId[]': 'r1' }),
  ).toMatchObject({ Code: 100_000_011 })
  expect(
    await callApi(openCloud({ serverSecret: undefined }), 'DescribeUserNum', { 'RoomId[]': 'r1' }),
  ).toMatchObject({ Code: 100_000_010, Message: expect.stringContaining('cloudConfiguration.serverSecret') })
})

test('a signature runs out by the clock of the cloud', async () => {
  const cloud = openCloud()
  cloud.clock.advance(605_000)
  expect(await callApi(cloud, 'DescribeUserNum', { 'RoomId[]': 'r1' })).toMatchObject({ Code: 100_000_004 })
})

test('an action that the cloud does not have is refused, and reported', async () => {
  const cloud = openCloud()
  expect(await callApi(cloud, 'StartMix')).toMatchObject({ Code: 100_000_007 })
  expect(cloud.defects[0]?.message).toMatch(/no action StartMix; it has: KickoutUser, /)
  expect(await callApi(cloud, '')).toMatchObject({ Code: 100_000_006 })
})

test.each([
  ['KickoutUser', { RoomId: roomId }, 2],
  ['KickoutUser', { RoomId: 'elsewhere', 'UserId[]': 'alice' }, 104],
  ['KickoutUser', { RoomId: roomId, 'UserId[]': 'bob' }, 105],
  ['KickoutUser', { RoomId: roomId, 'UserId[]': [...'abcdef'] }, 50_011],
  ['DescribeUserList', { RoomId: roomId, Limit: '201' }, 2],
  ['DescribeSimpleStreamList', { RoomId: 'elsewhere' }, 104],
  ['SendBroadcastMessage', { RoomId: roomId, UserId: 'x', MessageCategory: '2', MessageContent: '' }, 1_008],
  ['SendCustomCommand', { RoomId: roomId, FromUserId: 'x', MessageContent: '房'.repeat(342) }, 50_012],
  [
    'SendCustomCommand',
    { RoomId: roomId, FromUserId: 'x', MessageContent: 'a', 'ToUserId[]': [...'abcdefghijk'] },
    50_011,
  ],
  ['ForbidRTCStream', { StreamId: 's1' }, 2],
])('%s with %j is refused with %i', async (action, parameters, code) => {
  const cloud = openCloud()
  await logIn(cloud, 'alice')
  expect(await callApi(cloud, action, parameters)).toMatchObject({ Code: code })
})

test.each([
  ['SendBroadcastMessage', { UserId: 'x', MessageCategory: '2', MessageContent: `${'房'.repeat(341)}a` }],
  ['SendCustomCommand', { FromUserId: 'x', MessageContent: 'a', 'ToUserId[]': [...'abcdefghij'] }],
  ['DescribeUserList', { Limit: '200', Marker: '1' }],
])('%s with as much as it takes is answered', async (action, parameters) => {
  const cloud = openCloud()
  await logIn(cloud, 'alice')
  expect(await callApi(cloud, action, { RoomId: roomId, ...parameters })).toMatchObject({ Code: 0 })
})

test('rooms, their users and their streams are told', async () => {
  const cloud = openCloud()
  await logIn(cloud, 'alice')
  cloud.room(roomId).join('bob', 'Bob').announce('s1')
  const ask = async (...call: [string, object]) => (await callApi(cloud, call[0], { ...call[1] })).Data
  expect(await ask('DescribeUserNum', { 'RoomId[]': [roomId, 'empty'] })).toEqual({
    UserCountList: [
      { RoomId: roomId, UserCount: 2, AdminUserCount: 0 },
      { RoomId: 'empty', UserCount: 0, AdminUserCount: 0 },
    ],
  })
  expect(await ask('DescribeUserList', { RoomId: roomId, Limit: '1' })).toEqual({
    Marker: '1',
    UserList: [{ UserId: 'alice', UserName: 'alice' }],
  })
  expect(await ask('DescribeUserList', { RoomId: roomId, Mode: '1' })).toEqual({
    Marker: '',
    UserList: [
      { UserId: 'bob', UserName: 'Bob' },
      { UserId: 'alice', UserName: 'alice' },
    ],
  })
  expect(await ask('DescribeUserList', { RoomId: 'empty' })).toEqual({ Marker: '', UserList: [] })
  expect(await ask('DescribeSimpleStreamList', { RoomId: roomId })).toEqual({
    StreamList: [
      {
        StreamId: 's1',
        UserId: 'bob',
        UserName: 'Bob',
        CreateTime: expect.any(Number),
        StreamNumberId: 1,
      },
    ],
  })
})

test('a list goes on from its marker, and has none after the last; five are put out at once', async () => {
  const cloud = openCloud()
  const users = [...'abcde']
  for (const user of users) await logIn(cloud, user)
  const ask = async (more: object) =>
    (await callApi(cloud, 'DescribeUserList', { RoomId: roomId, Limit: '3', ...more })).Data
  expect(await ask({})).toMatchObject({ Marker: '3', UserList: [...'abc'].map((UserId) => ({ UserId })) })
  expect(await ask({ Marker: '2' })).toMatchObject({
    Marker: '',
    UserList: [...'cde'].map((UserId) => ({ UserId })),
  })
  expect(await callApi(cloud, 'KickoutUser', { RoomId: roomId, 'UserId[]': users })).toMatchObject({
    Code: 0,
  })
  expect(cloud.room(roomId).members.size).toBe(0)
})

test('no app sees the rooms of another', async () => {
  const cloud = openCloud()
  await logIn(cloud, 'alice')
  for (const member of cloud.room(roomId).members.values()) Object.assign(member, { appId: 7 })
  expect(await callApi(cloud, 'KickoutUser', { RoomId: roomId, 'UserId[]': 'alice' })).toMatchObject({
    Code: 104,
  })
})

test('messages come in the name of somebody who need not be there', async () => {
  const cloud = openCloud()
  await logIn(cloud, 'alice')
  const said = { RoomId: roomId, UserId: 'host', MessageCategory: '2', MessageContent: 'hello' }
  expect((await callApi(cloud, 'SendBroadcastMessage', said)).Data).toEqual({ MessageId: 1 })
  const command = {
    RoomId: roomId,
    FromUserId: 'host',
    'ToUserId[]': ['alice', 'bob'],
    MessageContent: 'mute',
  }
  expect((await callApi(cloud, 'SendCustomCommand', command)).Data).toEqual({
    FailUsers: [{ Uid: 'bob', Code: 50_003 }],
  })
  expect(pushedTo(cloud, 'alice')).toMatchObject([
    { name: 'PushIm', message: { msgList: [{ idName: 'host', msgContent: 'hello', msgCategory: 2 }] } },
    { name: 'PushSignalCustom', message: { from_userid: 'host', custom_content: 'mute' } },
  ])
})

test('a command to nobody in particular reaches everybody but whose name it is in', async () => {
  const cloud = openCloud()
  for (const user of ['alice', 'bob', 'host']) await logIn(cloud, user)
  const command = { RoomId: roomId, FromUserId: 'host', MessageContent: 'mute' }
  expect((await callApi(cloud, 'SendCustomCommand', command)).Data).toEqual({ FailUsers: [] })
  const commanded = cloud.journal.entries.flatMap(({ name, user }) =>
    name === 'PushSignalCustom' ? [user] : [],
  )
  expect(commanded).toEqual(['alice', 'bob'])
})

test('a handler answers in place of the service', async () => {
  const cloud = openCloud()
  await logIn(cloud, 'alice')
  cloud.use(server('KickoutUser', ({ message }) => reply.code(message.RoomId === roomId ? 206 : 1)))
  const kick = { RoomId: roomId, 'UserId[]': 'alice' }
  expect(await callApi(cloud, 'KickoutUser', kick)).toMatchObject({ Code: 206 })
  expect(cloud.room(roomId).members.size).toBe(1)
})

test('a back end of its own process reaches it at an address that ends with the cloud', async () => {
  const cloud = openCloud()
  const url = await cloud.server.url()
  expect(await cloud.server.url()).toBe(url)
  expect(new URL(url).hostname).toBe('127.0.0.1')
  const ask = () => fetch(`${url}/?${signedQuery('DescribeUserNum', { 'RoomId[]': 'r1' })}`)
  expect(await (await ask()).json()).toMatchObject({ Code: 0, Data: { UserCountList: [{ UserCount: 0 }] } })
  expect((await fetch(`${url}/v1/kick`, { method: 'POST', body: '{}' })).status).toBe(404)
  expect(cloud.defects[0]?.message).toBe('server: no such call of the server API: POST /v1/kick')
  await cloud.close()
  await expect(ask()).rejects.toThrow()
  await expect(cloud.server.url()).rejects.toThrow(/closed/)
})

test('there is no address without a secret, nor without Node', async () => {
  await expect(openCloud({ serverSecret: undefined }).server.url()).rejects.toThrow(/serverSecret: '…'/)
  await expect(new Cloud({ configuration: { serverSecret } }).server.url()).rejects.toThrow(
    /listenForBackEnds/,
  )
})

test('a command of somebody who is there comes under the name that others see', async () => {
  const cloud = openCloud()
  await logIn(cloud, 'alice')
  cloud.room(roomId).join('bob', 'Bob')
  const command = { RoomId: roomId, FromUserId: 'bob', MessageContent: 'mute' }
  await callApi(cloud, 'SendCustomCommand', command)
  expect(pushedTo(cloud, 'alice')).toMatchObject([
    { name: 'PushUserInfoUpdated' },
    { name: 'PushSignalCustom', message: { from_userid: 'bob', from_username: 'Bob' } },
  ])
})
