import type { Engine } from '../engine.ts'
import { exclusive } from '../exclusive.ts'
import { attempt } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import type { Publication } from '../publish/publication.ts'
import { again } from '../reactions.ts'

/** Sharing the screen, as a stream of its own beside the camera's. */
export interface Screen {
  readonly share: () => Promise<void>
  readonly stop: () => void
}

export interface ScreenNeeds {
  readonly engine: Pick<Engine, 'on' | 'createStream' | 'destroyStream'>
  readonly publication: Publication
  readonly problems: Problems
  readonly userID: () => string
}

export function createScreen({ engine, publication, problems, userID }: ScreenNeeds): Screen {
  let media: MediaStream | undefined
  let stops = 0

  function stop(): void {
    stops++
    publication.stop()
    release()
  }

  function release(): void {
    if (media) engine.destroyStream(media)
    media = undefined
  }

  const share: Screen['share'] = exclusive(async () => {
    stop()
    const before = stops
    const outcome = await attempt(() => engine.createStream({ screen: { audio: false, videoQuality: 2 } }))
    if (!outcome.ok) {
      const { failure } = outcome
      const headline = 'Your screen is not shared'
      return problems.report({
        about: 'screen',
        headline,
        failure,
        recovery: { retry: share },
        otherwise: again,
      })
    }
    // The person left while the picker was open.
    if (before !== stops) return engine.destroyStream(outcome.value)
    media = outcome.value
    await publication.start(media, userID())
  })

  // What reaches nobody is not captured: whoever shares again chooses anew.
  publication.state.watch(({ phase }) => {
    if (phase === 'failed') release()
  })
  /** The browser's own "Stop sharing": the SDK has closed the stream already. */
  engine.on('screenSharingEnded', (ended) => {
    if (ended !== media) return
    media = undefined
    publication.stop()
  })

  return { share, stop }
}
