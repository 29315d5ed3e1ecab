import { expect, test, vi } from 'vitest'
import { createProblems } from '../problem/problem.ts'
import { postponed, scriptedEngine } from '../scripted-engine.ts'
import { createStreamInfo } from './stream-info.ts'

function setUp(methods: { setStreamExtraInfo?: unknown; addPublishCdnUrl?: unknown }) {
  const problems = createProblems({})
  const edit = vi.fn()
  const { engine } = scriptedEngine(methods)
  return { problems, edit, info: createStreamInfo({ engine, problems, streamID: () => 's1', edit }) }
}

test('the stream that is live is described and relayed', async () => {
  const setStreamExtraInfo = vi.fn(async () => ({ errorCode: 0 }))
  const addPublishCdnUrl = vi.fn(async () => ({ errorCode: 0 }))
  const { info, problems } = setUp({ setStreamExtraInfo, addPublishCdnUrl })
  await info.describe('a song')
  await info.relayTo('rtmp://cdn.example/live/s1')
  expect(setStreamExtraInfo).toHaveBeenCalledWith('s1', 'a song')
  expect(addPublishCdnUrl).toHaveBeenCalledWith('s1', 'rtmp://cdn.example/live/s1')
  expect(problems.open.get()).toEqual([])
})

test('what is refused can be corrected where it was entered', async () => {
  const { info, problems, edit } = setUp({
    addPublishCdnUrl: vi.fn().mockRejectedValue({ errorCode: 1003040 }),
  })
  await info.relayTo('nowhere')
  await problems.open.get()[0]?.actions[0]?.run()
  expect(edit).toHaveBeenCalledWith('relay')
  info.clear()
  expect(problems.open.get()).toEqual([])
})

test('what is said of a stream that has ended is no problem any more', async () => {
  const answer = postponed<object>()
  const { info, problems } = setUp({ addPublishCdnUrl: () => answer.promise })
  const relay = info.relayTo('rtmp://cdn.example/live/s1')
  info.clear()
  answer.resolve({ errorCode: 1100999 })
  await relay
  expect(problems.open.get()).toEqual([])
})
