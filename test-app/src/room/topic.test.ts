import { expect, test, vi } from 'vitest'
import { createProblems } from '../problem/problem.ts'
import { postponed, scriptedEngine } from '../scripted-engine.ts'
import { createTopic } from './topic.ts'

function setUp(setRoomExtraInfo = vi.fn(async () => ({ errorCode: 0 }))) {
  const problems = createProblems({})
  const { engine, fire } = scriptedEngine({ setRoomExtraInfo })
  const edit = vi.fn()
  const topic = createTopic({ engine, problems, roomID: () => 'r1', edit })
  return { topic, problems, fire, edit, setRoomExtraInfo }
}

test('a topic is set under the one key, and shown once the room has it', async () => {
  const { topic, setRoomExtraInfo } = setUp()
  await topic.change('news')
  expect(setRoomExtraInfo).toHaveBeenCalledWith('r1', 'topic', 'news')
  expect(topic.state.get()).toEqual({ text: 'news', name: 'topic', saving: false })
})

test('a change waits for the last one: two at once would be refused', async () => {
  const { topic, setRoomExtraInfo } = setUp(vi.fn(() => new Promise<{ errorCode: number }>(() => {})))
  void topic.change('news')
  await topic.change('more news')
  expect(setRoomExtraInfo).toHaveBeenCalledTimes(1)
  topic.clear()
  expect(topic.state.get()).toEqual({ text: '', name: 'topic', saving: false })
})

test('a refused topic says what to change', async () => {
  const { topic, problems, edit } = setUp(vi.fn().mockRejectedValue({ errorCode: 1002016 }))
  await topic.change('far too long')
  expect(topic.state.get()).toEqual({ text: '', name: 'topic', saving: false })
  await problems.open.get()[0]?.actions[0]?.run()
  expect(edit).toHaveBeenCalled()
})

test('a room takes one key: after that refusal the topic goes under the key that it has', async () => {
  const { topic, fire, problems, edit, setRoomExtraInfo } = setUp(
    vi.fn().mockRejectedValueOnce({ errorCode: 1002017 }).mockResolvedValue({ errorCode: 0 }),
  )
  fire('roomExtraInfoUpdate', 'r1', [{ key: 'mood', value: 'good' }])
  await topic.change('news')
  await problems.open.get()[0]?.actions[0]?.run()
  expect(edit).toHaveBeenCalled()
  await topic.change('news')
  expect(setRoomExtraInfo).toHaveBeenLastCalledWith('r1', 'mood', 'news')
})

test('the topic that somebody else sets is shown, that of another room is not', () => {
  const { topic, fire } = setUp()
  fire('roomExtraInfoUpdate', 'r2', [{ key: 'topic', value: 'elsewhere' }])
  fire('roomExtraInfoUpdate', 'r1', [{ key: 'mood', value: 'good' }])
  expect(topic.state.get().text).toBe('')
  fire('roomExtraInfoUpdate', 'r1', [{ key: 'topic', value: 'news' }])
  expect(topic.state.get().text).toBe('news')
})

test.each([{ errorCode: 0 }, { errorCode: 1002016 }])(
  'what comes with $errorCode after the room was left is no concern of the next one',
  async (late) => {
    const [first, second] = [postponed<{ errorCode: number }>(), postponed<{ errorCode: number }>()]
    const { topic, problems } = setUp(
      vi.fn().mockReturnValueOnce(first.promise).mockReturnValue(second.promise),
    )
    const change = topic.change('news of that room')
    topic.clear()
    void topic.change('news')
    first.resolve(late)
    await change
    expect(topic.state.get()).toEqual({ text: '', name: 'topic', saving: true })
    expect(problems.open.get()).toEqual([])
  },
)

test('whoever takes over the key of one room starts anew in the next', async () => {
  const refused = vi.fn().mockRejectedValue({ errorCode: 1002017 })
  const { topic, fire, problems } = setUp(refused)
  fire('roomExtraInfoUpdate', 'r1', [{ key: 'mood', value: 'good' }])
  topic.clear()
  await topic.change('news')
  await problems.open.get()[0]?.actions[0]?.run()
  expect(topic.state.get().name).toBe('topic')
})

test('whoever chooses a name for it reads what others keep under that name, and under no other', async () => {
  const { topic, fire } = setUp()
  await topic.change('news', 'mood')
  fire('roomExtraInfoUpdate', 'r1', [{ key: 'topic', value: 'weather' }])
  expect(topic.state.get()).toMatchObject({ text: 'news', name: 'mood' })
  fire('roomExtraInfoUpdate', 'r1', [{ key: 'mood', value: 'good' }])
  expect(topic.state.get().text).toBe('good')
})
