import type { Engine } from '../engine.ts'
import { attempt, eventFailure, type Failure } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import { createStore, type Store } from '../store.ts'
import { isUnderWay, type StreamPhase, streamPhase } from './stream-phase.ts'

export interface PublicationState {
  readonly phase: StreamPhase
  readonly streamID: string
  readonly code: number
  /** What is really sent, in kbit/s, as the SDK measures it every few seconds; none before the first measurement. */
  readonly sent?: { readonly video: number; readonly audio: number }
}

/** One stream on its way to the others: the camera's, or the screen's. */
export interface Publication {
  readonly state: Store<PublicationState>
  start(media: MediaStream, userID: string): Promise<void>
  stop(): void
}

export interface PublicationNeeds {
  readonly engine: Pick<Engine, 'on' | 'startPublishingStream' | 'stopPublishingStream'>
  readonly problems: Problems
  /** The room to be live in, which the SDK has to be told where there may be a second one. */
  readonly roomID?: (() => string) | undefined
  readonly streamParams?: string | undefined
  /** What the stream is called when it starts. */
  readonly streamID: (userID: string) => string
  readonly about: 'live' | 'screen'
  readonly headline: string
  /** Starts it all again, from the capture on. */
  readonly retry: () => unknown
  /** Puts the cursor where the name of the stream can be corrected. */
  readonly edit?: () => unknown
  /** False while the room is lost: that problem explains this one, and must be solved first. */
  readonly roomStands: () => boolean
}

const idle: PublicationState = { phase: 'idle', streamID: '', code: 0 }

export function createPublication(needs: PublicationNeeds): Publication {
  const { engine, problems, about } = needs
  const state = createStore<PublicationState>(idle)
  const isLive = () => isUnderWay(state.get().phase)

  function fail(failure: Failure): void {
    const { streamID } = state.get()
    // What was sent last is sent no more.
    state.set({ phase: 'failed', streamID, code: failure.code ?? 0 })
    engine.stopPublishingStream(streamID)
    if (!needs.roomStands()) return
    const { headline, retry, edit } = needs
    problems.report({ about, headline, failure, recovery: { retry, ...(edit && { edit }) } })
  }

  engine.on('publisherStateUpdate', ({ streamID, state: sdkState, errorCode, extendedData }) => {
    if (streamID !== state.get().streamID || !isLive()) return
    const phase = streamPhase(sdkState, errorCode)
    if (phase === 'failed') return fail(eventFailure(errorCode, extendedData))
    state.patch({ phase, code: errorCode })
    if (phase === 'flowing') problems.clear(about)
  })
  engine.on('publishQualityUpdate', (streamID, { video, audio }) => {
    if (streamID !== state.get().streamID) return
    state.patch({ sent: { video: Math.round(video.videoBitrate), audio: Math.round(audio.audioBitrate) } })
  })

  return {
    state,
    async start(media, userID) {
      if (isLive()) return
      problems.clear(about)
      const streamID = needs.streamID(userID)
      state.set({ phase: 'requesting', streamID, code: 0 })
      const options = {
        ...(needs.roomID && { roomID: needs.roomID() }),
        ...(needs.streamParams && { streamParams: needs.streamParams }),
      }
      const outcome = await attempt(() => engine.startPublishingStream(streamID, media, options))
      if (!outcome.ok && state.get().phase === 'requesting') fail(outcome.failure)
    },
    stop() {
      const { streamID } = state.get()
      if (isLive()) engine.stopPublishingStream(streamID)
      state.set(idle)
      problems.clear(about)
    },
  }
}
