import { expect, test } from 'vitest'
import { Cloud } from '../../cloud/cloud.ts'
import { ScriptedClient } from '../../cloud/testing/scripted-client.ts'
import { expect as expectCloud } from './expect.ts'

async function failureOf(assertion: Promise<void>): Promise<string> {
  const outcome = await assertion.then(
    () => undefined,
    (error: Error) => error.message,
  )
  return outcome ?? expect.fail('the assertion passed')
}

const logIn = (cloud: Cloud, idName: string) =>
  new ScriptedClient(cloud).request('LoginRoomReq', { roomId: 'r1', idName, thirdToken: 'a-token' })

test('a request that came is found by its fields', async () => {
  const cloud = new Cloud()
  logIn(cloud, 'host')
  await expectCloud(cloud).toHaveReceived('LoginRoomReq')
  await expectCloud(cloud).toHaveReceived(
    'LoginRoomReq',
    { idName: 'host', thirdToken: 'a-token' },
    { times: 1 },
  )
  await expectCloud(cloud).toHaveReceived('LoginRoomReq', { idName: expectCloud.stringMatching(/^ho/) })
  await expectCloud(cloud).not.toHaveReceived('LoginRoomReq', { idName: 'guest' })
  await expectCloud(cloud).not.toHaveReceived('SendImReq')
})

test('a request is waited for', async () => {
  const cloud = new Cloud()
  const asserted = expectCloud(cloud).toHaveReceived('LoginRoomReq', { idName: 'late' })
  logIn(cloud, 'host')
  logIn(cloud, 'late')
  await asserted
})

test('a request that did not come, or not so often, is told with what came instead', async () => {
  const cloud = new Cloud()
  logIn(cloud, 'host')
  const soon = { timeout: 10 }
  const other = await failureOf(expectCloud(cloud).toHaveReceived('LoginRoomReq', { idName: 'guest' }, soon))
  expect(other).toContain('was to receive LoginRoomReq with {"idName":"guest"}: it received 0')
  expect(other).toContain('"idName":"host"')
  const none = await failureOf(expectCloud(cloud).toHaveReceived('SendImReq', {}, soon))
  expect(none).toContain('It received no SendImReq at all.')
  logIn(cloud, 'host')
  const often = await failureOf(expectCloud(cloud).toHaveReceived('LoginRoomReq', {}, { times: 1, ...soon }))
  expect(often).toContain('LoginRoomReq 1 times: it received 2')
  const unwanted = await failureOf(expectCloud(cloud).not.toHaveReceived('LoginRoomReq', {}, soon))
  expect(unwanted).toContain('was to receive no LoginRoomReq: it received 2')
})

test('what came before a time does not count', async () => {
  const cloud = new Cloud()
  logIn(cloud, 'host')
  await expectCloud(cloud).not.toHaveReceived('LoginRoomReq', {}, { since: Date.now() + 1 })
})

test('a request that the SDK never makes is refused with those that it makes', async () => {
  const failure = await failureOf(expectCloud(new Cloud()).toHaveReceived('LoginRoom'))
  expect(failure).toMatch(/no request named LoginRoom. Did you mean .*LoginRoomReq/)
  const other = await failureOf(expectCloud(new Cloud()).toHaveReceived('nothing of the kind'))
  expect(other).toMatch(/It makes: .*LoginRoomReq/)
})

test('a field that the request does not have is refused: it would never come', async () => {
  const cloud = new Cloud()
  logIn(cloud, 'host')
  const failure = await failureOf(expectCloud(cloud).not.toHaveReceived('LoginRoomReq', { roomID: 'r1' }))
  expect(failure).toMatch(/LoginRoomReq has no field named roomID\. It has: .*roomId/)
  await expectCloud(cloud).not.toHaveReceived('/song/url', { song_id: 'a' })
  await expectCloud(cloud).not.toHaveReceived('KickoutUser', { UserId: ['host'] })
  const text = 'r1' as unknown as Record<string, unknown>
  expect(await failureOf(expectCloud(cloud).not.toHaveReceived('LoginRoomReq', text))).toContain(
    'takes fields of LoginRoomReq',
  )
})

test('what came before a fault does not count', async () => {
  const cloud = new Cloud()
  logIn(cloud, 'host')
  const fault = { fault: 'network.cut', means: 'wire', evidence: {} } as const
  await expectCloud(cloud).toHaveReceived('LoginRoomReq', {}, { since: { ...fault, at: 0 } })
  await expectCloud(cloud).not.toHaveReceived('LoginRoomReq', {}, { since: { ...fault, at: Date.now() + 1 } })
})

test('a number of 64 bits can be asked for as a number', async () => {
  const cloud = new Cloud()
  logIn(cloud, 'host')
  await expectCloud(cloud).toHaveReceived('LoginRoomReq', { switchSessionId: 0 })
  await expectCloud(cloud).not.toHaveReceived('LoginRoomReq', { switchSessionId: 1 })
})

test('is for a cloud only', async () => {
  const other = {} as Pick<Cloud, 'journal'>
  expect(await failureOf(expectCloud(other).toHaveReceived('LoginRoomReq'))).toContain(
    'is for the fixture cloud',
  )
})

test('with a time to watch, what comes within it is one too many', async () => {
  const cloud = new Cloud()
  await expectCloud(cloud).not.toHaveReceived('LoginRoomReq', {}, { timeout: 10 })
  setTimeout(() => logIn(cloud, 'host'), 20)
  await expectCloud(cloud).not.toHaveReceived('LoginRoomReq')
  const late = await failureOf(expectCloud(cloud).not.toHaveReceived('LoginRoomReq', {}, { timeout: 5_000 }))
  expect(late).toContain('was to receive no LoginRoomReq: it received 1')
})

test('so many are waited for, and no more', async () => {
  const cloud = new Cloud()
  logIn(cloud, 'host')
  setTimeout(() => logIn(cloud, 'host'), 20)
  await expectCloud(cloud).toHaveReceived('LoginRoomReq', {}, { times: 2 })
})

test('lists are compared whole, and the name of nothing is none', async () => {
  const cloud = new Cloud()
  cloud.journal.record({
    direction: 'in',
    layer: 'server',
    name: 'KickoutUser',
    message: { UserId: ['a', 'b'] },
  })
  await expectCloud(cloud).toHaveReceived('KickoutUser', { UserId: ['a', 'b'] })
  await expectCloud(cloud).not.toHaveReceived('KickoutUser', { UserId: ['a'] })
  expect(await failureOf(expectCloud(cloud).not.toHaveReceived('constructor'))).toContain(
    'no request named constructor',
  )
  await expectCloud(cloud).not.toHaveReceived('KickoutUser', { AppId: 1 })
})

test('what came is told by its fields alone', async () => {
  const cloud = new Cloud()
  logIn(cloud, 'host')
  const failure = await failureOf(expectCloud(cloud).not.toHaveReceived('LoginRoomReq'))
  expect(failure).not.toContain('$typeName')
})
