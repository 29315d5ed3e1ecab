import { expect, test, vi } from 'vitest'
import { createProblems } from '../problem/problem.ts'
import { scriptedEngine } from '../scripted-engine.ts'
import { createChat } from './chat.ts'

function setUp(sendBroadcastMessage = vi.fn(async () => ({ errorCode: 0 })), reconnects = false) {
  const problems = createProblems({})
  const { engine, fire } = scriptedEngine({ sendBroadcastMessage })
  const edit = vi.fn()
  const chat = createChat({
    engine,
    problems,
    roomID: () => 'r1',
    userID: () => 'alice',
    others: () => ['bob'],
    reconnecting: () => reconnects,
    edit,
  })
  const messages = () => chat.state.get().map(({ text, status }) => `${text}: ${status}`)
  return { chat, problems, fire, edit, messages, sendBroadcastMessage }
}

test('a message is there at once, and sent when the room has it', async () => {
  const { chat, messages } = setUp()
  const sending = chat.send('hello')
  expect(messages()).toEqual(['hello: sending'])
  await sending
  expect(messages()).toEqual(['hello: sent'])
})

test('a message of another is from when the room got it', () => {
  const { chat, fire } = setUp()
  const sendTime = Date.UTC(2026, 0, 2, 3, 4)
  const message = { fromUser: { userID: 'bob' }, message: 'hi', sendTime, messageID: 1 }
  fire('IMRecvBroadcastMessage', 'r1', [message])
  expect(chat.state.get().map(({ at }) => at)).toEqual([new Date(sendTime)])
})

test('a refused message is marked, and comes back to be changed', async () => {
  const sendBroadcastMessage = vi.fn().mockRejectedValue({ errorCode: 1009013 })
  const { chat, messages, problems, edit } = setUp(sendBroadcastMessage)
  await chat.send('far too long')
  expect(messages()).toEqual(['far too long: failed'])
  await problems.open.get()[0]?.actions[0]?.run()
  expect(edit).toHaveBeenCalledWith('far too long')
  expect(messages()).toEqual([])
})

test('sending again does not leave the failed one behind', async () => {
  const sendBroadcastMessage = vi
    .fn()
    .mockRejectedValueOnce({ errorCode: 1109001 })
    .mockResolvedValue({ errorCode: 0 })
  const { chat, messages, problems } = setUp(sendBroadcastMessage)
  await chat.send('hello')
  await problems.open.get()[0]?.actions[0]?.run()
  expect(messages()).toEqual(['hello: sent'])
})

test('a message without an answer has failed when the room is lost', () => {
  const { chat, messages } = setUp(vi.fn(() => new Promise<{ errorCode: number }>(() => {})))
  void chat.send('hello')
  chat.giveUp()
  expect(messages()).toEqual(['hello: failed'])
})

test('whoever writes while the SDK gets back into the room need not join it again', async () => {
  const refused = () => vi.fn().mockRejectedValue({ errorCode: 1000002 })
  const lost = setUp(refused())
  await lost.chat.send('hello')
  expect(lost.problems.open.get()[0]?.message).toMatch(/Join again/)
  const coming = setUp(refused(), true)
  await coming.chat.send('hello')
  expect(coming.problems.open.get()[0]?.actions.map(({ label }) => label)).toEqual(['Try again'])
  expect(coming.problems.open.get()[0]?.message).toMatch(/is being restored/)
})

test('messages of others are shown, those of other rooms are not', () => {
  const { fire, messages } = setUp()
  const message = { fromUser: { userID: 'bob' }, message: 'hi', sendTime: 0, messageID: 7 }
  fire('IMRecvBroadcastMessage', 'r1', [message])
  fire('IMRecvBroadcastMessage', 'r2', [message])
  expect(messages()).toEqual(['hi: sent'])
})
