import { expect, test } from 'vitest'
import { Cloud } from '../cloud/cloud.ts'
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
