import { expect, test, vi } from 'vitest'
import { OwnServerError } from '../own-server.ts'
import { createProblems } from '../problem/problem.ts'
import { postponed, scriptedEngine } from '../scripted-engine.ts'
import { createRoom } from './room.ts'

function setUp({
  loginRoom = vi.fn(async (): Promise<boolean> => true),
  renewToken = vi.fn(() => true),
} = {}) {
  const problems = createProblems({})
  const logoutRoom = vi.fn()
  const { engine, fire } = scriptedEngine({ loginRoom, logoutRoom, renewToken })
  let tokens = 0
  const fetchToken = vi.fn(async () => `token-${++tokens}`)
  const editEntry = vi.fn()
  const room = createRoom({ engine, problems, fetchToken, editEntry })
  const changed = (reason: string, code = 0, extendedData = '') =>
    fire('roomStateChanged', 'r1', reason, code, extendedData)
  const first = () => problems.open.get()[0]
  return { room, problems, loginRoom, logoutRoom, renewToken, fetchToken, editEntry, changed, fire, first }
}

test('joining logs in with a token of the own service and asks for the users', async () => {
  const { room, loginRoom } = setUp()
  await room.join('r1', 'alice')
  const user = { userID: 'alice', userName: 'alice' }
  expect(loginRoom).toHaveBeenCalledExactlyOnceWith('r1', 'token-1', user, { userUpdate: true })
  expect(room.state.get().phase).toBe('inside')
})

test('a double click joins once', async () => {
  const { room, loginRoom } = setUp()
  await Promise.all([room.join('r1', 'alice'), room.join('r1', 'alice')])
  expect(loginRoom).toHaveBeenCalledOnce()
})

test('without a token there is no login, and trying again is offered', async () => {
  const { room, loginRoom, fetchToken, first } = setUp()
  fetchToken.mockRejectedValueOnce(new OwnServerError('/api/token answered HTTP 500'))
  await room.join('r1', 'alice')
  expect(loginRoom).not.toHaveBeenCalled()
  expect(room.state.get().phase).toBe('outside')
  await first()?.actions[0]?.run()
  expect(room.state.get().phase).toBe('inside')
  expect(first()).toBeUndefined()
})

test('a refused login is one problem, although the SDK tells of it twice', async () => {
  const loginRoom = vi.fn(async () => {
    changed('LOGIN_FAILED', 1002012)
    throw { code: 1002012, msg: 'room ID contains illegal characters' }
  })
  const { room, changed, problems, editEntry } = setUp({ loginRoom })
  await room.join('r1', 'alice')
  expect(problems.open.get()).toHaveLength(1)
  await problems.open.get()[0]?.actions[0]?.run()
  expect(editEntry).toHaveBeenCalledWith(1002012)
})

test('an answer that comes after leaving is nobody’s any more', async () => {
  let answer = (_: boolean) => {}
  const loginRoom = vi.fn(() => new Promise<boolean>((resolve) => (answer = resolve)))
  const { room, logoutRoom } = setUp({ loginRoom })
  const joining = room.join('r1', 'alice')
  await vi.waitFor(() => expect(loginRoom).toHaveBeenCalled())
  await room.leave()
  answer(true)
  await joining
  expect(logoutRoom).toHaveBeenCalledWith('r1')
  expect(room.state.get().phase).toBe('outside')
})

test('nobody logs in with a token that comes after leaving', async () => {
  const { room, fetchToken, loginRoom } = setUp()
  const token = postponed<string>()
  fetchToken.mockReturnValueOnce(token.promise)
  const joining = room.join('r1', 'alice')
  await room.leave()
  token.resolve('late')
  await joining
  expect(loginRoom).not.toHaveBeenCalled()
  expect(room.state.get().phase).toBe('outside')
})

test('whoever rejoins while still in is shown by the same name', async () => {
  const { room, loginRoom } = setUp()
  await room.join('r1', 'alice', 'Alice A.')
  await room.rejoin()
  const user = { userID: 'alice', userName: 'Alice A.' }
  expect(loginRoom).toHaveBeenCalledTimes(2)
  expect(loginRoom).toHaveBeenLastCalledWith('r1', 'token-2', user, { userUpdate: true })
})

test('the host’s words on a kick-out are shown, the SDK’s filler is not', async () => {
  const { room, changed, first } = setUp()
  await room.join('r1', 'alice')
  changed('KICKOUT', 1002055, '{"custom_kickout_message":"spam"}')
  expect(first()?.message).toContain('“spam”')
  await room.leave()
  await room.join('r1', 'alice')
  changed('KICKOUT', 1002055, '{"custom_kickout_message":"kicked out; kickout reason: 2"}')
  expect(first()?.message).not.toContain('reason: 2')
})

test('rejoining logs out first and takes a fresh token', async () => {
  const { room, changed, loginRoom, logoutRoom } = setUp()
  await room.join('r1', 'alice')
  changed('KICKOUT', 1002050)
  await room.rejoin()
  const [logout] = logoutRoom.mock.invocationCallOrder
  expect(logout).toBeLessThan(loginRoom.mock.invocationCallOrder[1] ?? 0)
  expect(loginRoom).toHaveBeenLastCalledWith('r1', 'token-2', expect.anything(), expect.anything())
  expect(room.state.get().phase).toBe('inside')
})

test('reconnecting is no problem as long as the SDK is at it', async () => {
  const { room, changed, problems } = setUp()
  await room.join('r1', 'alice')
  changed('RECONNECTING', 1000017)
  expect(problems.open.get()).toEqual([])
  expect(room.state.get()).toMatchObject({ phase: 'reconnecting', code: 1000017 })
  changed('RECONNECT_FAILED', 1002031)
  expect(problems.open.get()[0]?.codes).toEqual([1002031])
})

test('a token that is about to expire is renewed', async () => {
  const { room, fire, renewToken } = setUp()
  await room.join('r1', 'alice')
  fire('tokenWillExpire', 'r1')
  await vi.waitFor(() => expect(renewToken).toHaveBeenCalledWith('token-2', 'r1'))
})

test('whoever has left hears nothing more of her token', async () => {
  const { room, fire, problems, renewToken, fetchToken } = setUp({ renewToken: vi.fn(() => false) })
  await room.join('r1', 'alice')
  fire('tokenWillExpire', 'r1')
  await vi.waitFor(() => expect(problems.open.get()[0]).toMatchObject({ about: 'token' }))
  await room.leave()
  expect(problems.open.get()).toEqual([])
  fire('tokenWillExpire', 'r1')
  expect(problems.open.get()).toEqual([])
  expect(fetchToken).toHaveBeenCalledTimes(2)
  expect(renewToken).toHaveBeenCalledOnce()
})

test('a service that only has expired tokens is not asked for ever', async () => {
  const renewToken = vi.fn(() => {
    fire('tokenWillExpire', 'r1')
    return true
  })
  const { room, fire, first, fetchToken } = setUp({ renewToken })
  await room.join('r1', 'alice')
  fire('tokenWillExpire', 'r1')
  await vi.waitFor(() => expect(first()).toMatchObject({ about: 'token' }))
  expect(fetchToken).toHaveBeenCalledTimes(2)
})

test('what happens in another room is not ours', async () => {
  const { room, fire } = setUp()
  await room.join('r1', 'alice')
  fire('roomStateChanged', 'r2', 'KICKOUT', 1002055, '')
  expect(room.state.get().phase).toBe('inside')
})
