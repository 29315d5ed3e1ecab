import { expect, test, vi } from 'vitest'
import { createProblems } from '../problem/problem.ts'
import { postponed, scriptedEngine } from '../scripted-engine.ts'
import { createSideRoom } from './side-room.ts'

const entry = { roomID: 'breakout', userID: 'host', userName: '' }

function setUp(methods: object = {}, fetchToken = async (_user: string, _room: string) => 'token') {
  const granted = () => vi.fn(async () => true)
  const sdk = { loginRoom: granted(), switchRoom: granted(), logoutRoom: vi.fn(), ...methods }
  const { engine, fire } = scriptedEngine(sdk)
  const problems = createProblems({})
  const edit = vi.fn()
  const side = createSideRoom({ engine, problems, fetchToken, edit })
  const press = (at = 0) => problems.open.get()[0]?.actions[at]?.run()
  return { side, problems, edit, fire, press, sdk }
}

test('another room is joined, changed for a third one, and left', async () => {
  const { side, sdk } = setUp({}, async (user, room) => `${user} in ${room}`)
  await side.join(entry)
  expect(sdk.loginRoom).toHaveBeenCalledWith('breakout', 'host in breakout', {
    userID: 'host',
    userName: 'host',
  })
  expect(side.state.get().roomID).toBe('breakout')
  await side.move(entry, 'stage')
  expect(sdk.switchRoom).toHaveBeenCalledWith('breakout', 'stage', { token: 'host in stage' })
  expect(side.state.get().roomID).toBe('stage')
  await side.leave({ ...entry, roomID: 'stage' })
  expect(side.state.get().roomID).toBe('')
})

test('a refused login leaves this page where it was, and says what to correct', async () => {
  const loginRoom = vi.fn().mockResolvedValueOnce(true).mockRejectedValue({ errorCode: 1002018 })
  const { side, edit, press } = setUp({ loginRoom })
  await side.join(entry)
  await side.join({ ...entry, roomID: 'stage' })
  expect(side.state.get()).toMatchObject({ roomID: 'breakout', entering: false })
  await press()
  expect(edit).toHaveBeenCalledWith(1002018)
})

test('whoever tries again is in the room by then, and where that room has moved', async () => {
  const loginRoom = vi.fn().mockRejectedValueOnce({ errorCode: 1002034 }).mockResolvedValue(true)
  const { side, fire, press } = setUp({ loginRoom })
  await side.join(entry)
  expect(side.state.get()).toMatchObject({ roomID: '', entering: false })
  await press()
  expect(side.state.get().roomID).toBe('breakout')
  await side.move(entry, 'stage')
  for (const code of [1002053, 1002031]) {
    fire('roomStateChanged', 'stage', 'RECONNECT_FAILED', code)
    expect(side.state.get().roomID).toBe('')
    await press()
    expect(loginRoom).toHaveBeenLastCalledWith('stage', 'token', { userID: 'host', userName: 'host' })
    expect(side.state.get().roomID).toBe('stage')
  }
})

test('whoever leaves the main room leaves the other one, too', async () => {
  const { side, sdk } = setUp()
  await side.join(entry)
  side.clear()
  expect(sdk.logoutRoom).toHaveBeenCalledWith('breakout')
  expect(side.state.get().roomID).toBe('')
})

test('whoever wants something of a room that was never entered can go over to it', async () => {
  const setRoomExtraInfo = vi.fn().mockRejectedValue({ errorCode: 1002002 })
  const { side, press, sdk } = setUp({ setRoomExtraInfo })
  await side.join(entry)
  await side.setTopic({ ...entry, roomID: 'stage' }, 'news')
  await press()
  expect(sdk.logoutRoom).toHaveBeenCalledWith('breakout')
  expect(side.state.get().roomID).toBe('stage')
})

test('a line is said in the room that it is for, and those of others there are heard', async () => {
  const sendBroadcastMessage = vi.fn(async () => ({ errorCode: 0 }))
  const { side, fire } = setUp({ sendBroadcastMessage })
  await side.join(entry)
  await side.say(entry, 'hello', 'chat')
  expect(sendBroadcastMessage).toHaveBeenCalledWith('breakout', 'hello')
  expect(side.state.get().heard).toBe('You: hello')
  const message = { fromUser: { userID: 'guest' }, message: 'hi' }
  fire('IMRecvBroadcastMessage', 'main', [message])
  expect(side.state.get().heard).toBe('You: hello')
  fire('IMRecvBroadcastMessage', 'breakout', [message])
  expect(side.state.get().heard).toBe('guest: hi')
  fire('IMRecvBroadcastMessage', 'breakout', [message, { ...message, message: 'bye' }])
  expect(side.state.get().heard).toBe('guest: bye')
})

test('whoever is put out of the other room is told', async () => {
  const { side, problems, fire } = setUp()
  await side.join(entry)
  fire('roomStateChanged', 'main', 'KICKOUT', 1002055)
  expect(side.state.get().roomID).toBe('breakout')
  fire('roomStateChanged', 'breakout', 'KICKOUT', 1002055)
  expect(side.state.get().roomID).toBe('')
  expect(problems.open.get()[0]).toMatchObject({ about: 'side-room', codes: [1002055] })
})

test('a login that is answered after the main room was left leaves nobody behind', async () => {
  const [first, second] = [postponed<boolean>(), postponed<boolean>()]
  const loginRoom = vi.fn().mockReturnValueOnce(first.promise).mockReturnValue(second.promise)
  const { side, problems, sdk } = setUp({ loginRoom })
  const late = side.join(entry)
  await vi.waitFor(() => expect(loginRoom).toHaveBeenCalled())
  side.clear()
  // Somebody else has come meanwhile, and waits for another room.
  void side.join({ ...entry, roomID: 'stage', userID: 'guest' })
  first.resolve(true)
  await late
  expect(sdk.logoutRoom.mock.calls).toEqual([['breakout']])
  expect(side.state.get()).toMatchObject({ roomID: '', entering: true })
  expect(problems.open.get()).toEqual([])
})

test('nobody logs in with a token that comes after the main room was left', async () => {
  const token = postponed<string>()
  const { side, sdk } = setUp({}, () => token.promise)
  const [join, move] = [side.join(entry), side.move(entry, 'stage')]
  side.clear()
  token.resolve('token')
  await Promise.all([join, move])
  expect([sdk.loginRoom, sdk.switchRoom].flatMap(({ mock }) => mock.calls)).toEqual([])
  expect(side.state.get().roomID).toBe('')
})

test('a refusal that comes after the main room was left is nobody’s concern', async () => {
  const answer = postponed<object>()
  const { side, problems } = setUp({ setRoomExtraInfo: () => answer.promise })
  await side.join(entry)
  const change = side.setTopic(entry, 'news')
  side.clear()
  answer.resolve({ errorCode: 1100002 })
  await change
  expect(problems.open.get()).toEqual([])
})
