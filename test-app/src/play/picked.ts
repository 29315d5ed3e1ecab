import type { Engine } from '../engine.ts'
import { attempt, eventFailure, type Failure } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import { type StreamPhase, streamPhase } from '../publish/stream-phase.ts'
import { createStore, type Store } from '../store.ts'

/** Where a stream is played from; the number is the SDK's `resourceMode`. */
export const sources = { zego: 0, cdn: 1, lowLatency: 2 } as const
export type Source = keyof typeof sources

export interface PickedState {
  readonly streamID: string
  readonly source: Source
  readonly phase: StreamPhase
  readonly media?: MediaStream
}

/** One stream that the person picked by its ID, whosever room it is from. */
export interface Picked {
  readonly state: Store<PickedState>
  watch(streamID: string, source: Source): Promise<void>
  stop(): void
}

export interface PickedNeeds {
  readonly engine: Pick<Engine, 'on' | 'startPlayingStream' | 'stopPlayingStream'>
  readonly problems: Problems
  /** What plays from a CDN: an element and a player, as far as this site has one. */
  readonly cdn: () => Promise<object>
  readonly streamParams?: string | undefined
}

const none: PickedState = { streamID: '', source: 'zego', phase: 'idle' }
const noServer = 1104020
const playsAlready = 1103049

export function createPicked({ engine, problems, cdn, streamParams }: PickedNeeds): Picked {
  const state = createStore<PickedState>(none)
  let stops = 0

  async function watch(streamID: string, source: Source): Promise<void> {
    if (streamID !== state.get().streamID) stop()
    problems.clear('picked')
    state.patch({ streamID, source })
    const before = stops
    const isWanted = () => before === stops
    const outcome = await attempt(async () => {
      const options = {
        resourceMode: sources[source],
        ...(streamParams && { streamParams }),
        ...(source === 'cdn' && (await cdn())),
      }
      // Nobody may want it any more once the player is there.
      return isWanted() ? engine.startPlayingStream(streamID, options) : undefined
    })
    if (!isWanted()) return
    if (outcome.ok) return state.patch({ media: outcome.value })
    fail(outcome.failure)
    // It is among the people of this room that it plays: there it is looked after, and goes on.
    if (outcome.failure.code === playsAlready && !state.get().media) state.set(none)
  }

  function fail(failure: Failure): void {
    const { streamID, source } = state.get()
    // Where the CDN has it not, ZEGO may have it.
    const retry = () => watch(streamID, failure.code === noServer ? 'zego' : source)
    problems.report({
      about: 'picked',
      headline: `You cannot watch ${streamID}`,
      failure,
      recovery: { retry },
    })
  }

  function stop(): void {
    const { streamID } = state.get()
    stops++
    state.set(none)
    problems.clear('picked')
    if (streamID) engine.stopPlayingStream(streamID)
  }

  engine.on('playerStateUpdate', ({ streamID, state: sdkState, errorCode, extendedData }) => {
    if (streamID !== state.get().streamID) return
    const phase = streamPhase(sdkState, errorCode)
    state.patch({ phase })
    if (phase === 'failed') fail(eventFailure(errorCode, extendedData))
    if (phase === 'flowing') problems.clear('picked')
  })

  return { state, watch, stop }
}
