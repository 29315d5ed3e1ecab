/**
 * How a stream fares, in either direction: `idle`, `requesting` (asked for, no media yet), `flowing`, `retrying` (the SDK
 * repairs it by itself: wait), `failed` (for good: the SDK has stopped).
 */
export type StreamPhase = 'idle' | 'requesting' | 'flowing' | 'retrying' | 'failed'

type SdkState = 'NO_PUBLISH' | 'PUBLISH_REQUESTING' | 'PUBLISHING' | 'NO_PLAY' | 'PLAY_REQUESTING' | 'PLAYING'

/** Reads `publisherStateUpdate` and `playerStateUpdate` as the documentation says: the code decides what a state means. */
export function streamPhase(state: SdkState, errorCode: number): StreamPhase {
  switch (state) {
    case 'PUBLISHING':
    case 'PLAYING':
      return 'flowing'
    case 'PUBLISH_REQUESTING':
    case 'PLAY_REQUESTING':
      return errorCode === 0 ? 'requesting' : 'retrying'
    case 'NO_PUBLISH':
    case 'NO_PLAY':
      return errorCode === 0 ? 'idle' : 'failed'
  }
}

/** True from the request until the end, good or bad. */
export function isUnderWay(phase: StreamPhase): boolean {
  return phase !== 'idle' && phase !== 'failed'
}
