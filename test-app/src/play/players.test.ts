import { expect, test, vi } from 'vitest'
import { createProblems } from '../problem/problem.ts'
import { scriptedEngine } from '../scripted-engine.ts'
import { createPlayers } from './players.ts'

const user = { userID: 'bob', userName: 'Bob' }

function setUp(startPlayingStream = vi.fn(async (): Promise<MediaStream> => ({}) as MediaStream)) {
  const problems = createProblems({})
  const stopPlayingStream = vi.fn()
  const { engine, fire } = scriptedEngine({ startPlayingStream, stopPlayingStream })
  const room = { stands: true }
  const roomStands = () => room.stands
  const players = createPlayers({ engine, problems, roomID: () => 'r1', roomStands })
  const streams = (update: 'ADD' | 'DELETE', ...ids: string[]) =>
    fire(
      'roomStreamUpdate',
      'r1',
      update,
      ids.map((streamID) => ({ streamID, user })),
    )
  const state = (streamID: string, name: string, errorCode = 0) =>
    fire('playerStateUpdate', { streamID, state: name, errorCode, extendedData: '' })
  const phases = () => players.state.get().map(({ phase }) => phase)
  return { players, problems, startPlayingStream, stopPlayingStream, streams, state, phases, fire, room }
}

test('every stream of the room is played, once', () => {
  const { streams, startPlayingStream, phases } = setUp()
  streams('ADD', 's1', 's2')
  streams('ADD', 's1')
  expect(startPlayingStream).toHaveBeenCalledTimes(2)
  expect(phases()).toEqual(['requesting', 'requesting'])
})

test('streams of another room are not played here', () => {
  const { fire, players, streams, startPlayingStream } = setUp()
  fire('roomStreamUpdate', 'r2', 'ADD', [{ streamID: 's2', user }])
  expect(startPlayingStream).not.toHaveBeenCalled()
  streams('ADD', 's1')
  fire('roomStreamUpdate', 'r2', 'DELETE', [{ streamID: 's1', user }])
  expect(players.state.get()).toHaveLength(1)
})

test('what happens to one stream does not happen to the other', () => {
  const { fire, players, streams, state } = setUp()
  streams('ADD', 's1', 's2')
  state('s1', 'PLAYING')
  state('s2', 'PLAYING')
  state('s2', 'PLAY_REQUESTING', 1104039)
  fire('remoteCameraStatusUpdate', 's1', 'MUTE')
  fire('remoteMicStatusUpdate', 's2', 'MUTE')
  const [well, bad] = [
    { phase: 'flowing', code: 0 },
    { phase: 'retrying', code: 1104039 },
  ]
  expect(players.state.get()).toMatchObject([
    { streamID: 's1', ...well, cameraOff: true, microphoneOff: false },
    { streamID: 's2', ...bad, cameraOff: false, microphoneOff: true },
  ])
  state('s2', 'PLAYING')
  expect(players.state.get()[1]).toMatchObject(well)
})

test('a problem is over when its stream flows, is gone, or is tried again, and so is its code', () => {
  const { players, problems, streams, state } = setUp()
  streams('ADD', 's1', 's2')
  const about = () => problems.open.get().map((problem) => problem.about)
  const fail = () => {
    for (const { streamID } of players.state.get()) state(streamID, 'NO_PLAY', 1104031)
  }
  fail()
  expect(about()).toEqual(expect.arrayContaining(['play:s1', 'play:s2']))
  state('s1', 'PLAYING')
  expect(about()).toEqual(['play:s2'])
  void players.play('s2')
  expect(players.state.get()[1]).toMatchObject({ phase: 'requesting', code: 0 })
  fail()
  streams('DELETE', 's2')
  expect(about()).toEqual(['play:s1'])
})

test('while the room does not stand, its problem is enough', () => {
  const { problems, room, streams, state } = setUp()
  streams('ADD', 's1')
  room.stands = false
  state('s1', 'NO_PLAY', 1104031)
  expect(problems.open.get()).toEqual([])
})

test('a stream that ends is stopped and forgotten', () => {
  const { streams, stopPlayingStream, players } = setUp()
  streams('ADD', 's1')
  streams('DELETE', 's1')
  expect(stopPlayingStream).toHaveBeenCalledExactlyOnceWith('s1')
  expect(players.state.get()).toEqual([])
})

test('while the SDK retries there is nothing to do', () => {
  const { streams, state, phases, problems } = setUp()
  streams('ADD', 's1')
  state('s1', 'PLAY_REQUESTING', 1104039)
  expect(phases()).toEqual(['retrying'])
  expect(problems.open.get()).toEqual([])
})

test('NO_PLAY with a code and the rejection beside it are one problem; trying again plays again', async () => {
  const startPlayingStream = vi.fn(async (): Promise<MediaStream> => {
    state('s1', 'NO_PLAY', 1104031)
    throw { errorCode: 1104031, extendedData: '' }
  })
  const { streams, state, phases, problems } = setUp(startPlayingStream)
  streams('ADD', 's1')
  await vi.waitFor(() => expect(phases()).toEqual(['failed']))
  expect(problems.open.get()).toHaveLength(1)
  startPlayingStream.mockResolvedValueOnce({} as MediaStream)
  await problems.open.get()[0]?.actions[0]?.run()
  expect(startPlayingStream).toHaveBeenCalledTimes(2)
  expect(problems.open.get()).toEqual([])
})

test('leaving stops them all', () => {
  const { streams, players, stopPlayingStream } = setUp()
  streams('ADD', 's1', 's2')
  players.stopAll()
  expect(stopPlayingStream).toHaveBeenCalledTimes(2)
  expect(players.state.get()).toEqual([])
})
