import { expect, test } from 'vitest'
import { reply } from '../exchange/reply.ts'
import { play, publish, setUp } from './testing/set-up.ts'

test('a reset tells every client and ends every session', async () => {
  const { gateway, host, viewer } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  await viewer.ask('CreateSessionWithSdpReq', play)
  const sessions = gateway.find()
  gateway.reset(4)
  for (const client of [host, viewer]) {
    expect(client.pushes('SessionResetPush')).toMatchObject([
      { session: 0, message: { cResetType: 0, reason: 4 } },
    ])
  }
  await Promise.all(sessions.map(({ closed }) => closed))
  expect(gateway.sessions.size).toBe(0)
})

test('a request can be refused, by the field its answer has for it', async () => {
  const { gateway, host } = setUp({
    intercept: ({ name }) => (name === 'LoginReq' ? undefined : reply.code(2012)),
  })
  await host.ask('LoginReq', { userId: 'host' })
  const { message, session } = await host.ask('CreateSessionWithSdpReq', publish)
  expect([message.result, session]).toEqual([2012, 0])
  expect(gateway.find()).toEqual([])
})

test('an answer can be changed', async () => {
  const change = reply.with((answer: { sdp: string }) => {
    answer.sdp = 'v=0\r\ngarbage'
  })
  const { host } = setUp({ intercept: () => change })
  const { message } = await host.ask('CreateSessionWithSdpReq', publish)
  expect(message).toMatchObject({ result: 0, sdp: 'v=0\r\ngarbage' })
})

test('silence, a failed frame and a closed link leave no trace', async () => {
  const replies = [reply.silence(), reply.exception(7), reply.close(1011)]
  const { gateway, host } = setUp({ intercept: () => replies.shift() })
  for (let round = 0; round < 3; round += 1) host.raw(host.frame('CreateSessionWithSdpReq', publish))
  await host.ask('LoginReq', { userId: 'host' })
  expect(host.said).toHaveLength(1)
  expect(host.signals).toEqual(['exception 7', 'close 1011'])
  expect(gateway.find()).toEqual([])
})

test('requests, answers and pushes are in the journal', async () => {
  const seen: string[] = []
  const journal = {
    record: (entry: { direction: string; name: string }) => seen.push(`${entry.direction} ${entry.name}`),
  }
  const { gateway, host } = setUp({ journal })
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  gateway.find()[0]?.deny()
  host.acknowledge(22, session)
  expect(seen).toEqual([
    'in CreateSessionWithSdpReq',
    'out CreateSessionWithSdpRsp',
    'out CloseSessionPush',
    'in CloseSessionAck',
  ])
})

test('nothing begins after the gateway closed', async () => {
  let decide: (value: undefined) => void = () => {}
  const pending = new Promise<undefined>((resolve) => {
    decide = resolve
  })
  const { gateway, host, peers } = setUp({ intercept: () => pending })
  host.raw(host.frame('CreateSessionWithSdpReq', publish))
  await gateway.close()
  decide(undefined)
  await pending
  expect(peers).toEqual([])
})
