import { expect, test, vi } from 'vitest'
import { createProblems } from '../problem/problem.ts'
import { scriptedEngine } from '../scripted-engine.ts'
import { createPublication } from './publication.ts'
import { newStreamID } from './stream-id.ts'

const media = {} as MediaStream

function setUp({ startPublishingStream = vi.fn(() => true), roomStands = true } = {}) {
  const problems = createProblems({})
  const stopPublishingStream = vi.fn(() => true)
  const { engine, fire } = scriptedEngine({ startPublishingStream, stopPublishingStream })
  const retry = vi.fn()
  const publication = createPublication({
    engine,
    problems,
    retry,
    streamID: (userID) => newStreamID(userID, 'camera'),
    about: 'live',
    headline: 'You are not live',
    roomStands: () => roomStands,
  })
  const update = (state: string, errorCode = 0, streamID = publication.state.get().streamID) =>
    fire('publisherStateUpdate', { streamID, state, errorCode, extendedData: '' })
  const phase = () => publication.state.get().phase
  return { publication, problems, startPublishingStream, stopPublishingStream, update, phase, retry, fire }
}

test('a request is not yet live; only PUBLISHING is', async () => {
  const { publication, update, phase } = setUp()
  await publication.start(media, 'alice')
  expect(phase()).toBe('requesting')
  update('PUBLISHING')
  expect(phase()).toBe('flowing')
})

test('while the SDK retries there is nothing to do', async () => {
  const { publication, problems, update, phase } = setUp()
  await publication.start(media, 'alice')
  update('PUBLISH_REQUESTING', 1103028)
  expect(phase()).toBe('retrying')
  expect(publication.state.get().code).toBe(1103028)
  expect(problems.open.get()).toEqual([])
})

test('NO_PUBLISH with a code is the end: it is said, and going live again is offered', async () => {
  const { publication, problems, update, phase, retry, stopPublishingStream } = setUp()
  await publication.start(media, 'alice')
  update('NO_PUBLISH', 1003028)
  expect(phase()).toBe('failed')
  expect(stopPublishingStream).toHaveBeenCalledOnce()
  await problems.open.get()[0]?.actions[0]?.run()
  expect(retry).toHaveBeenCalledOnce()
})

test('ending it oneself is no problem', async () => {
  const { publication, problems, update, phase } = setUp()
  await publication.start(media, 'alice')
  const { streamID } = publication.state.get()
  publication.stop()
  update('NO_PUBLISH', 0, streamID)
  expect(phase()).toBe('idle')
  expect(problems.open.get()).toEqual([])
})

test('a start that the SDK answers with false has failed', async () => {
  const { publication, phase } = setUp({ startPublishingStream: vi.fn(() => false) })
  await publication.start(media, 'alice')
  expect(phase()).toBe('failed')
})

test('a start that throws has failed with its code', async () => {
  const startPublishingStream = vi.fn(() => {
    throw { errorCode: 1000002, extendedData: 'not login' }
  })
  const { publication, problems } = setUp({ startPublishingStream })
  await publication.start(media, 'alice')
  expect(problems.open.get()[0]?.codes).toEqual([1000002])
})

test('a lost room explains the end of its streams: that is not a second problem', async () => {
  const { publication, problems, update, phase } = setUp({ roomStands: false })
  await publication.start(media, 'alice')
  update('NO_PUBLISH', 1002050)
  expect(phase()).toBe('failed')
  expect(problems.open.get()).toEqual([])
})

test('what is really sent is told in kbit/s', async () => {
  const { publication, fire } = setUp()
  await publication.start(media, 'alice')
  const stats = { video: { videoBitrate: 812.4 }, audio: { audioBitrate: 29.8 } }
  fire('publishQualityUpdate', publication.state.get().streamID, stats)
  expect(publication.state.get().sent).toEqual({ video: 812, audio: 30 })
})

test('what another stream sends, such as the screen’s, is not told as one’s own', async () => {
  const { publication, fire } = setUp()
  await publication.start(media, 'alice')
  fire('publishQualityUpdate', 'another stream', { video: { videoBitrate: 99 }, audio: { audioBitrate: 0 } })
  expect(publication.state.get().sent).toBeUndefined()
})

test('what a stream sent last is not told of one that has ended', async () => {
  const { publication, fire, update } = setUp()
  await publication.start(media, 'alice')
  const stats = { video: { videoBitrate: 812 }, audio: { audioBitrate: 30 } }
  fire('publishQualityUpdate', publication.state.get().streamID, stats)
  update('NO_PUBLISH', 1103028)
  expect(publication.state.get()).toMatchObject({ phase: 'failed', code: 1103028 })
  expect(publication.state.get().sent).toBeUndefined()
})

test('what happens to another stream, such as the screen’s, does not happen to this one', async () => {
  const { publication, update, phase } = setUp()
  await publication.start(media, 'alice')
  update('PUBLISHING')
  update('NO_PUBLISH', 1103028, 'another stream')
  expect(phase()).toBe('flowing')
})

test.each([
  ['PUBLISH_REQUESTING', 0],
  ['PUBLISH_REQUESTING', 1103028],
  ['PUBLISHING', 0],
])('whatever the SDK is at, %s with %i, it is told of the end', async (sdkState, code) => {
  const { publication, update, stopPublishingStream } = setUp()
  await publication.start(media, 'alice')
  update(sdkState, code)
  const { streamID } = publication.state.get()
  publication.stop()
  expect(stopPublishingStream.mock.calls).toEqual([[streamID]])
})
