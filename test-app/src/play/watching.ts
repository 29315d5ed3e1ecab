import { attempt, type Failure, toFailure } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import { again } from '../reactions.ts'
import { createStore, type Store } from '../store.ts'
import type { DecodeType, VendorPlayer } from './vendor-player.ts'

export type WatchingPhase = 'idle' | 'loading' | 'playing' | 'waiting' | 'stopped'

/** One stream that is played from a CDN. */
export interface Watching {
  readonly phase: Store<WatchingPhase>
  /** Plays: makes the player where there is none. */
  start(): void
}

export interface WatchingNeeds {
  readonly problems: Problems
  /** Address of the stream. */
  readonly src: string
  /** Makes a player, in the place of the one before. @throws what the player throws */
  readonly make: (decodeType?: DecodeType) => VendorPlayer
}

const headline = 'You cannot watch'
const [RUNTIME, NETWORK, AUTOPLAY] = [100003, 100004, 100006]

export function createWatching({ problems, src, make }: WatchingNeeds): Watching {
  const phase = createStore<WatchingPhase>('idle')
  let player: VendorPlayer | undefined

  function start(decodeType?: DecodeType): void {
    problems.clear('watching')
    void attemptTo(() => {
      phase.set('loading')
      const mine = make(decodeType)
      player = mine
      // What the one before still tells is of no concern.
      mine.onError = (error) => mine === player && fail(error)
      mine.onTimeUpdate = () => mine === player && mine.currentTime > 0 && goOn('playing')
      mine.onWaiting = () => mine === player && goOn('waiting')
      mine.src = src
      mine.play()
    })
  }

  /** A player that has failed may still play on with what it has, such as the sound alone. */
  function goOn(to: WatchingPhase): void {
    if (phase.get() !== 'stopped') phase.set(to)
  }

  function fail(error: unknown): void {
    report(toFailure(error))
  }

  function report(failure: Failure): void {
    phase.set('stopped')
    const { code } = failure
    const recovery = { retry: () => recover(code) }
    const otherwise = code === RUNTIME ? again : undefined
    problems.report({ about: 'watching', headline, failure, recovery, ...(otherwise && { otherwise }) })
  }

  /** What helps depends on what happened. The click itself is what a blocked player waits for. */
  function recover(code: number | undefined): void {
    problems.clear('watching')
    phase.set('loading')
    if (code === NETWORK) return void attemptTo(() => player?.resume())
    if (code === AUTOPLAY) return void attemptTo(() => player?.play())
    // Anew, once; what needs no WebGL to show pictures is most likely to work.
    void attemptTo(() => player?.destroy())
    start(code === RUNTIME ? 'MSE' : undefined)
  }

  async function attemptTo(act: () => unknown): Promise<void> {
    const outcome = await attempt(act)
    if (!outcome.ok) report(outcome.failure)
  }

  return { phase, start: () => start() }
}
