import { expect, test, vi } from 'vitest'
import { createProblems } from '../problem/problem.ts'
import { postponed, scriptedEngine } from '../scripted-engine.ts'
import { createPicked } from './picked.ts'

const media = {} as MediaStream

function setUp(startPlayingStream = vi.fn(async () => media), cdn = async () => ({ CDNPlayer: 'player' })) {
  const stopPlayingStream = vi.fn()
  const { engine, fire } = scriptedEngine({ startPlayingStream, stopPlayingStream })
  const problems = createProblems({ 'copy-details': () => {} })
  const picked = createPicked({ engine, problems, cdn })
  const update = (state: string, errorCode = 0, streamID = 's1') =>
    fire('playerStateUpdate', { streamID, state, errorCode, extendedData: '' })
  return { picked, problems, update, startPlayingStream, stopPlayingStream }
}

test('a stream is watched from where the person says, until it is stopped', async () => {
  const { picked, update, startPlayingStream, stopPlayingStream } = setUp()
  await picked.watch('s1', 'cdn')
  expect(startPlayingStream).toHaveBeenCalledWith('s1', { resourceMode: 1, CDNPlayer: 'player' })
  update('PLAYING')
  expect(picked.state.get()).toEqual({ streamID: 's1', source: 'cdn', phase: 'flowing', media })
  picked.stop()
  expect(stopPlayingStream).toHaveBeenCalledWith('s1')
  expect(picked.state.get().streamID).toBe('')
})

test('what the CDN has no address for is tried from ZEGO', async () => {
  const play = vi.fn().mockRejectedValueOnce({ errorCode: 1104020 }).mockResolvedValue(media)
  const { picked, problems, startPlayingStream } = setUp(play)
  await picked.watch('s1', 'cdn')
  await problems.open.get()[0]?.actions[0]?.run()
  expect(startPlayingStream).toHaveBeenLastCalledWith('s1', { resourceMode: 0 })
  expect(problems.open.get()).toEqual([])
})

test('a stream that plays already goes on playing', async () => {
  const play = vi.fn().mockResolvedValueOnce(media).mockRejectedValue({ errorCode: 1103049 })
  const { picked, problems, update, stopPlayingStream } = setUp(play)
  await picked.watch('s1', 'zego')
  update('PLAYING')
  await picked.watch('s1', 'zego')
  expect(problems.open.get()[0]).toMatchObject({ about: 'picked', codes: [1103049] })
  expect([picked.state.get().phase, stopPlayingStream.mock.calls]).toEqual(['flowing', []])
})

test('another stream takes the place of the one before, whose end is nobody’s business then', async () => {
  let failLate = (_: object): void => {}
  const late = new Promise<MediaStream>((_, reject) => {
    failLate = reject
  })
  const play = vi.fn().mockReturnValueOnce(late).mockResolvedValue(media)
  const { picked, problems, update, stopPlayingStream } = setUp(play)
  const first = picked.watch('s1', 'zego')
  await picked.watch('s2', 'cdn')
  expect(stopPlayingStream.mock.calls).toEqual([['s1']])
  update('PLAYING', 0, 's2')
  update('NO_PLAY', 1104021)
  failLate({ errorCode: 1104031 })
  await first
  expect(picked.state.get()).toEqual({ streamID: 's2', source: 'cdn', phase: 'flowing', media })
  expect(problems.open.get()).toEqual([])
})

test('a problem is over once the stream flows', async () => {
  const { picked, problems, update } = setUp()
  await picked.watch('s1', 'zego')
  update('NO_PLAY', 1104021)
  expect(problems.open.get()).toHaveLength(1)
  update('PLAYING')
  expect(problems.open.get()).toEqual([])
})

test('a stream that ends by itself is a problem, once, and tried again from where it was', async () => {
  const { picked, problems, update, startPlayingStream } = setUp()
  await picked.watch('s1', 'zego')
  update('NO_PLAY', 1104021)
  expect(problems.open.get()[0]).toMatchObject({ headline: 'You cannot watch s1', codes: [1104021] })

  await picked.watch('s1', 'lowLatency')
  update('NO_PLAY', 1104021)
  await problems.open.get()[0]?.actions[0]?.run()
  expect(startPlayingStream).toHaveBeenLastCalledWith('s1', { resourceMode: 2 })
})

test('what is stopped while its player is still loading is not played once that is there', async () => {
  const player = postponed<{ CDNPlayer: string }>()
  const { picked, startPlayingStream } = setUp(undefined, () => player.promise)
  const watch = picked.watch('s1', 'cdn')
  picked.stop()
  player.resolve({ CDNPlayer: 'player' })
  await watch
  expect(startPlayingStream).not.toHaveBeenCalled()
  expect(picked.state.get()).toEqual({ streamID: '', source: 'zego', phase: 'idle' })
})

test('a stream that plays among the people of the room is not stopped here', async () => {
  const { picked, problems, update, stopPlayingStream } = setUp(
    vi.fn().mockRejectedValue({ errorCode: 1103049 }),
  )
  await picked.watch('s1', 'zego')
  update('PLAYING')
  expect(picked.state.get().phase).toBe('idle')
  expect(problems.open.get()).toHaveLength(1)
  picked.stop()
  expect([stopPlayingStream.mock.calls, problems.open.get()]).toEqual([[], []])
})
