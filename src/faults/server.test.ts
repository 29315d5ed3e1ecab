import { expect, onTestFinished, test } from 'vitest'
import { Cloud } from '../cloud/cloud.ts'
import { reply } from '../cloud/exchange/reply.ts'
import { app, callApi } from '../cloud/testing/back-end.ts'
import { ServerFaults } from './server.ts'
import { named } from './testing/named.ts'

function open() {
  const { serverSecret } = app
  const cloud = new Cloud({ configuration: { serverSecret, callbackSecret: 'secret' } })
  onTestFinished(() => cloud.close())
  cloud.room('r1').join('alice')
  return { cloud, faults: named('server', new ServerFaults(cloud)) }
}

const kick = { RoomId: 'r1', 'UserId[]': 'alice' }

test('the receipt of a call is that the service took it', async () => {
  const { cloud, faults } = open()
  const { fault, means, evidence } = await faults.call('KickoutUser', () =>
    callApi(cloud, 'KickoutUser', kick),
  )
  expect({ fault, means }).toEqual({ fault: 'server.call', means: 'wire' })
  expect(evidence).toMatchObject({
    action: 'KickoutUser',
    call: { RoomId: 'r1', UserId: ['alice'] },
    answered: { Code: 0 },
    judgedBy: 'clients',
  })
  expect(JSON.stringify(evidence)).not.toContain(app.serverSecret)
})

test('a back end that does not call, or is refused, did nothing', async () => {
  const { cloud, faults } = open()
  await expect(faults.call('KickoutUser', async () => new Response('', { status: 403 }))).rejects.toThrow(
    /server\.call was not injected: expected the back end to call KickoutUser.*"called":\[\],"ending":\{"status":403\}/,
  )
  const wrong = () => callApi(cloud, 'KickoutUser', kick, { Signature: 'of another secret' })
  await expect(faults.call('KickoutUser', wrong)).rejects.toThrow(/"answered":\{"Code":100000005/)
  await expect(faults.call('Kick' as never, wrong)).rejects.toThrow(
    /no action Kick here\. It has: KickoutUser/,
  )
})

test('a call from before is no receipt', async () => {
  const { cloud, faults } = open()
  await callApi(cloud, 'KickoutUser', kick)
  await expect(faults.call('KickoutUser', async () => 'nothing')).rejects.toThrow(
    'server.call was not injected',
  )
})

test('callbacks of one person are those of the streams, too, and are late by so much', async () => {
  const { cloud, faults } = open()
  cloud.server.callBackTo('http://127.0.0.1:1/zego')
  const bob = cloud.room('r1').join('bob')
  await cloud.server.callbacks.settled()
  const late = await faults.delayCallbacks('5s', { user: 'bob' })
  bob.announce('s1')
  cloud.clock.advance(4_900)
  await cloud.server.callbacks.settled()
  const told = () => cloud.server.callbacks.deliveries.flatMap(({ body, retry }) => (retry ? [] : body.event))
  expect(told()).toEqual(['room_login'])
  cloud.clock.advance(100)
  await expect.poll(told).toEqual(['room_login', 'stream_create'])
  expect(late.evidence).toMatchObject({ detour: { late: 5_000 } })
})

test('a call is answered otherwise until that is undone', async () => {
  const { cloud, faults } = open()
  const busy = await faults.answer('KickoutUser', reply.code(206))
  expect(busy.evidence.met).toBe(0)
  expect(await callApi(cloud, 'KickoutUser', kick)).toMatchObject({ Code: 206 })
  expect(busy.evidence.met).toBe(1)
  await busy.undo()
  expect(await callApi(cloud, 'KickoutUser', kick)).toMatchObject({ Code: 0 })
})

test('the receipt of a callback that is lost is that it is', async () => {
  const { cloud, faults } = open()
  await expect(faults.loseCallbacks()).rejects.toThrow(/cloud\.server\.callBackTo/)
  cloud.server.callBackTo('http://127.0.0.1:1/zego')
  const lost = await faults.loseCallbacks({ event: 'room_login', room: 'r1', user: 'bob' })
  cloud.room('r1').join('carol')
  cloud.room('r2').join('bob')
  expect(lost.evidence).toMatchObject({ met: 0, detour: 'lost', event: 'room_login' })
  cloud.room('r1').join('bob')
  expect(lost.evidence).toMatchObject({ met: 1, callbacks: ['room_login r1 bob'] })
  await expect.poll(() => cloud.server.callbacks.deliveries.length).toBe(2)
})

test('callbacks pass again once the faults end', async () => {
  const { cloud, faults } = open()
  cloud.server.callBackTo('http://127.0.0.1:1/zego')
  await faults.loseCallbacks()
  cloud.room('r1').join('bob')
  await faults.restore()
  cloud.room('r1').join('carol')
  const { callbacks } = cloud.server
  await callbacks.settled()
  expect(callbacks.deliveries.map(({ body }) => body.user_account)).toEqual(['carol'])
})
