import type { Engine } from '../engine.ts'
import { attempt, eventFailure, type Failure } from '../problem/failure.ts'
import type { PlaySubject, Problems } from '../problem/problem.ts'
import { type StreamPhase, streamPhase } from '../publish/stream-phase.ts'
import { createStore, type Store } from '../store.ts'

/** A stream of somebody else, and how far we are with playing it. */
export interface Player {
  readonly streamID: string
  readonly userID: string
  readonly userName: string
  readonly phase: StreamPhase
  readonly code: number
  readonly media?: MediaStream
  /** What its sender has switched off. */
  readonly cameraOff: boolean
  readonly microphoneOff: boolean
}

export interface Players {
  readonly state: Store<readonly Player[]>
  play(streamID: string): Promise<void>
  /** Stops them all: this page is no longer in the room. */
  stopAll(): void
}

export interface PlayersNeeds {
  readonly engine: Pick<Engine, 'on' | 'startPlayingStream' | 'stopPlayingStream'>
  readonly problems: Problems
  readonly roomID: () => string
  readonly roomStands: () => boolean
  readonly lowLatency?: boolean | undefined
  readonly streamParams?: string | undefined
  readonly codecTemplateID?: number | undefined
}

/** `resourceMode` of low-latency live streaming. */
const L3 = 2

export function createPlayers({ engine, problems, roomID, roomStands, ...needs }: PlayersNeeds): Players {
  const state = createStore<readonly Player[]>([])
  const options: Parameters<Engine['startPlayingStream']>[1] = {
    ...(needs.lowLatency && { resourceMode: L3 }),
    ...(needs.streamParams && { streamParams: needs.streamParams }),
    ...(needs.codecTemplateID && { codecTemplateID: needs.codecTemplateID }),
  }
  const current = new Map<string, number>()
  let plays = 0
  const find = (streamID: string) => state.get().find((player) => player.streamID === streamID)
  const change = (streamID: string, some: Partial<Player>) =>
    state.set(state.get().map((player) => (player.streamID === streamID ? { ...player, ...some } : player)))

  async function play(streamID: string): Promise<void> {
    const phase = find(streamID)?.phase
    if (phase !== 'idle' && phase !== 'failed') return
    problems.clear(subject(streamID))
    change(streamID, { phase: 'requesting', code: 0 })
    const mine = ++plays
    current.set(streamID, mine)
    const outcome = await attempt(() => engine.startPlayingStream(streamID, options))
    // The stream is gone, or an event has told of the end already and it was started anew.
    if (current.get(streamID) !== mine) return
    if (outcome.ok) change(streamID, { media: outcome.value })
    else fail(streamID, outcome.failure)
  }

  /** Both the promise and the event tell of the end; the second one changes nothing. */
  function fail(streamID: string, failure: Failure): void {
    const player = find(streamID)
    if (!player || !roomStands()) return
    change(streamID, { phase: 'failed', code: failure.code ?? 0 })
    problems.report({
      about: subject(streamID),
      headline: `You cannot see ${player.userName}`,
      failure,
      recovery: { retry: () => play(streamID) },
    })
  }

  function drop(streamID: string): void {
    current.delete(streamID)
    engine.stopPlayingStream(streamID)
    problems.clear(subject(streamID))
    state.set(state.get().filter((player) => player.streamID !== streamID))
  }

  engine.on('roomStreamUpdate', (room, update, streams) => {
    if (room !== roomID()) return
    for (const { streamID, user } of streams) {
      if (update === 'DELETE') drop(streamID)
      else if (!find(streamID)) {
        state.set([...state.get(), newcomer(streamID, user)])
        void play(streamID)
      }
    }
  })
  engine.on('playerStateUpdate', ({ streamID, state: sdkState, errorCode, extendedData }) => {
    if (!find(streamID)) return
    const phase = streamPhase(sdkState, errorCode)
    if (phase === 'failed') return fail(streamID, eventFailure(errorCode, extendedData))
    change(streamID, { phase, code: errorCode })
    if (phase === 'flowing') problems.clear(subject(streamID))
  })
  engine.on('remoteCameraStatusUpdate', (streamID, status) =>
    change(streamID, { cameraOff: status === 'MUTE' }),
  )
  engine.on('remoteMicStatusUpdate', (streamID, status) =>
    change(streamID, { microphoneOff: status === 'MUTE' }),
  )

  return {
    state,
    play,
    stopAll() {
      for (const { streamID } of state.get()) drop(streamID)
    },
  }
}

function newcomer(streamID: string, { userID, userName }: { userID: string; userName?: string }): Player {
  const who = { userID, userName: userName || userID }
  return { streamID, ...who, phase: 'idle', code: 0, cameraOff: false, microphoneOff: false }
}

function subject(streamID: string): PlaySubject {
  return `play:${streamID}`
}
