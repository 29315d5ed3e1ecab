import { expect, test } from 'vitest'
import { Cloud } from '../cloud/cloud.ts'
import { reply } from '../cloud/exchange/reply.ts'
import { ScriptedClient } from '../cloud/testing/scripted-client.ts'
import { SignalingFaults } from './signaling.ts'

const login = { roomId: 'r1', idName: 'alice' }

test('a forced code is answered as it is, and its receipt says that it was forced', async () => {
  const cloud = new Cloud()
  const { evidence } = await new SignalingFaults(cloud).force(1_102_020)
  expect(evidence).toMatchObject({ forced: true, code: 1_102_020, met: 0 })
  new ScriptedClient(cloud).request('LoginRoomReq', login)
  const { message } = await cloud.journal.waitFor('an answer', ({ name }) => name === 'LoginRoomRsp')
  expect(message).toMatchObject({ rspHead: { code: 1_102_020 } })
  expect(evidence.met).toBe(1)
})

test('nonsense reaches the client that is in the room, and leaves it there', async () => {
  const cloud = new Cloud()
  new ScriptedClient(cloud).request('LoginRoomReq', login)
  const faults = new SignalingFaults(cloud)
  expect((await faults.pushNonsense('body')).evidence).toMatchObject({ pushed: ['unreadable'] })
  expect((await faults.pushNonsense('command')).evidence).toMatchObject({ pushed: ['unknown'] })
  expect([...cloud.room('r1').members.keys()]).toEqual(['alice'])
})

test('of several states that the service was put into, each ends alone, in whatever order', async () => {
  const cloud = new Cloud()
  const { configuration } = cloud
  const faults = new SignalingFaults(cloud)
  const one = await faults.configure({ roomCapacity: 1, mixing: false })
  const two = await faults.configure({ roomCapacity: 2 })
  const three = await faults.configure({ roomCapacity: 3, mixing: false })
  await one.undo()
  expect(configuration).toMatchObject({ roomCapacity: 3, mixing: false })
  await three.undo()
  expect(configuration).toMatchObject({ roomCapacity: 2, mixing: true })
  await two.undo()
  expect(configuration).toMatchObject({ roomCapacity: Number.POSITIVE_INFINITY, mixing: true })
})

test.each([
  [{ roomCapcity: 1 }, 'The cloud has no setting named roomCapcity. It has: heartbeatInterval'],
  [{ constructor: 1 }, 'no setting named constructor'],
  [{ roomCapacity: '1' }, 'The setting roomCapacity takes a whole number of users from 0, not "1".'],
  [{ roomCapacity: Number.NaN }, 'not NaN.'],
  [{ heartbeatInterval: 0 }, 'takes a whole number of seconds above 0, not 0.'],
  [{ mixing: 0 }, 'The setting mixing takes true or false, not 0.'],
  [{ absenceTimeout: -1 }, 'The setting absenceTimeout takes a number above 0, not -1.'],
  [{ appIds: 5 }, "The setting appIds takes 'any' or a list of AppIDs, not 5."],
  [{ serverSecret: 'short' }, 'A server secret has 32 bytes'],
])('%o is no state that the service can be in', async (wanted, message) => {
  const cloud = new Cloud()
  const before = { ...cloud.configuration }
  await expect(new SignalingFaults(cloud).configure(wanted as object)).rejects.toThrow(message)
  expect(cloud.configuration).toEqual(before)
  expect(() => new Cloud({ configuration: wanted as object })).toThrow(message)
})

test('a client that cannot hear that it is put out stays in', async () => {
  const cloud = new Cloud()
  const client = new ScriptedClient(cloud)
  client.request('LoginRoomReq', login)
  client.isPassable = false
  const faults = new SignalingFaults(cloud)
  for (const push of ['kick', 'loginElsewhere', 'expireToken'] as const)
    await expect(faults[push]()).rejects.toThrow(/nothing was sent, .* held or offline/)
  client.isPassable = true
  expect(client.request('HbReq')?.rspHead?.code).toBe(0)
})

test('who publishes nothing has nothing to stop', async () => {
  const cloud = new Cloud()
  new ScriptedClient(cloud).request('LoginRoomReq', login)
  await expect(new SignalingFaults(cloud).stopStreams()).rejects.toThrow(/a stream of alice.*none/s)
})

test('where nobody of that name is in, the fault says who is', async () => {
  const cloud = new Cloud()
  new ScriptedClient(cloud).request('LoginRoomReq', login)
  await expect(new SignalingFaults(cloud).kick('by-server', { user: 'bob' })).rejects.toThrow(
    'but there is alice in r1. Say which',
  )
})

test.each([1105, undefined])('%s is no answer', async (answer) => {
  const cloud = new Cloud()
  await expect(new SignalingFaults(cloud).answer('LoginRoomReq', answer as never)).rejects.toThrow(
    'An answer is made by reply',
  )
  expect(new ScriptedClient(cloud).request('LoginRoomReq', login)?.rspHead?.code).toBe(0)
})

test('an answer is the service’s own again once the faults end', async () => {
  const cloud = new Cloud()
  const faults = new SignalingFaults(cloud)
  await faults.answer('LoginRoomReq', reply.code(1105))
  await faults.restore()
  expect(new ScriptedClient(cloud).request('LoginRoomReq', login)?.rspHead?.code).toBe(0)
})

test('who is in two rooms is put out of the one that is meant, with what is said', async () => {
  const cloud = new Cloud()
  const client = new ScriptedClient(cloud)
  client.request('LoginRoomReq', login)
  client.request('EnterRoomReq', { roomId: 'r2' })
  await new SignalingFaults(cloud).kick('by-server', { room: 'r2', message: 'spam' })
  expect([cloud.room('r1'), cloud.room('r2')].map(({ members }) => members.size)).toEqual([1, 0])
  expect(cloud.journal.named('PushUserKickout')).toMatchObject([{ message: { customReason: 'spam' } }])
})

test('who shall log in again stays in the room, and hears that', async () => {
  const cloud = new Cloud()
  new ScriptedClient(cloud).request('LoginRoomReq', login)
  const { evidence } = await new SignalingFaults(cloud).kick(7, { relogin: true, message: 'back soon' })
  expect(evidence).toMatchObject({ pushed: ['PushKickout'], userId: 'alice' })
  expect(cloud.journal.named('PushKickout')).toMatchObject([
    { message: { reason: 7, message: 'back soon', isNeedRelogin: 1 } },
  ])
  expect(cloud.room('r1').members.size).toBe(1)
})

test('every link is told to be left, and one that nobody hears is no receipt', async () => {
  const cloud = new Cloud()
  const clients = ['alice', 'bob'].map((idName) => {
    const client = new ScriptedClient(cloud)
    client.request('LoginRoomReq', { ...login, idName })
    return client
  })
  const faults = new SignalingFaults(cloud)
  const { evidence } = await faults.closeConnection('nextNode')
  expect(evidence).toEqual({ links: 2, pushed: ['CloseConnection', 'CloseConnection'] })
  for (const client of clients) client.isPassable = false
  await expect(faults.closeConnection('nextNode')).rejects.toThrow(/nothing was sent/)
})

test('only tunnels of the service that is meant are broken', async () => {
  const cloud = new Cloud()
  new ScriptedClient(cloud).request('LoginRoomReq', login)
  const faults = new SignalingFaults(cloud)
  await expect(faults.breakTunnels(18)).rejects.toThrow(/to send PCBroken, but found .*nothing was sent/s)
  expect((await faults.breakTunnels(17)).evidence).toEqual({ service: 17, pushed: ['PCBroken'] })
})

test('what was refused before is not counted', async () => {
  const cloud = new Cloud({ configuration: { roomCapacity: 0 } })
  new ScriptedClient(cloud).request('LoginRoomReq', login)
  const { evidence } = await new SignalingFaults(cloud).configure({ mixing: false })
  expect(evidence.met).toBe(0)
})

test('every state that the service was put into ends with the faults', async () => {
  const cloud = new Cloud()
  const faults = new SignalingFaults(cloud)
  await faults.configure({ roomCapacity: 1 })
  await faults.configure({ roomCapacity: 2, multiRoom: false })
  await faults.restore()
  expect(cloud.configuration).toMatchObject({ roomCapacity: Number.POSITIVE_INFINITY, multiRoom: true })
})
