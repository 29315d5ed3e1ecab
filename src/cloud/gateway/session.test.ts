import { expect, test } from 'vitest'
import { action, denied } from './signaling/denial.ts'
import { result } from './signaling/result.ts'
import { publish, setUp } from './testing/set-up.ts'

test('a denial names error, action, wait and nodes', async () => {
  const { gateway, host, peers } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  const nodes = [{ ip: '127.0.0.1', port: 9 }]
  gateway.find()[0]?.deny({ err: denied.publishForbidden, action: action.redirect, delay: 2, nodes })
  const [push] = host.pushes('CloseSessionPush')
  expect(push?.message.reason).toBe(15)
  expect(JSON.parse(push?.message.errInfo ?? '')).toEqual({
    action: 3,
    err: 1011,
    action_delay: 2,
    ins: [{ ip: '127.0.0.1', port: 9, ipv6: '' }],
  })
  expect(peers[0]?.isClosed).toBe(true)
})

test('a closed session is told nothing more', async () => {
  const { gateway, host } = setUp()
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  const [publisher] = gateway.find()
  await host.ask('CloseSessionReq', { reason: 0 }, session)
  publisher?.deny()
  publisher?.command('codecErrorNotify', { mediaType: 1, errorType: 3 })
  expect([host.pushes('CloseSessionPush'), host.pushes('CmdPush')]).toEqual([[], []])
  expect((await host.ask('CloseSessionReq', { reason: 0 }, session)).message.result).toBe(result.peerNotFound)
})

test('a peer that is over ends its session and its stream', async () => {
  const { gateway, host, peers } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  const [session] = gateway.find()
  peers[0]?.end()
  await session?.closed
  expect(gateway.sessions.size).toBe(0)
  expect(gateway.stream('s1').publisher).toBeUndefined()
})

test('the gateway says peer commands of its own', async () => {
  const { gateway, host } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  gateway.find()[0]?.command('codecErrorNotify', { mediaType: 1, errorType: 3 })
  const [push] = host.pushes('CmdPush')
  expect(push?.message.cmdId).toBe(11)
  expect([...(push?.message.body ?? [])].slice(0, 6)).toEqual([0x5a, 6, 0x08, 2, 0x10, 6])
})
