import { expect, test, vi } from 'vitest'
import { createProblems } from '../problem/problem.ts'
import { createPublication } from '../publish/publication.ts'
import { scriptedEngine } from '../scripted-engine.ts'
import { createScreen } from './screen.ts'

function setUp() {
  const streams = [{}, {}] as MediaStream[]
  const createStream = vi.fn(async () => streams[createStream.mock.calls.length - 1])
  const destroyStream = vi.fn()
  const startPublishingStream = vi.fn(() => true)
  const { engine, fire } = scriptedEngine({
    createStream,
    destroyStream,
    startPublishingStream,
    stopPublishingStream: vi.fn(() => true),
  })
  const problems = createProblems({})
  const publication = createPublication({
    engine,
    problems,
    about: 'screen',
    headline: 'Your screen is not shared',
    streamID: () => `screen-${startPublishingStream.mock.calls.length}`,
    retry: () => screen.share(),
    roomStands: () => true,
  })
  const screen = createScreen({ engine, publication, problems, userID: () => 'alice' })
  return { screen, publication, problems, streams, destroyStream, startPublishingStream, fire }
}

test('a screen that reaches nobody is not captured, and another one is chosen on the next try', async () => {
  const { screen, publication, problems, streams, destroyStream, startPublishingStream, fire } = setUp()
  await screen.share()
  const update = { streamID: 'screen-0', state: 'NO_PUBLISH', errorCode: 1103028, extendedData: '' }
  fire('publisherStateUpdate', update)
  expect(destroyStream.mock.calls).toEqual([[streams[0]]])
  await problems.open.get()[0]?.actions[0]?.run()
  expect(startPublishingStream).toHaveBeenLastCalledWith('screen-1', streams[1], {})
  expect(publication.state.get().phase).toBe('requesting')
  screen.stop()
  expect(destroyStream.mock.calls).toEqual([[streams[0]], [streams[1]]])
})
