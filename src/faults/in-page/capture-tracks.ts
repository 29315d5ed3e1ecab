import type { JSHandle, Page } from '@playwright/test'
import { slowness } from '../../machine/slowness.ts'
import { framesOf } from '../kit/people.ts'
import { type Captures, capturesKey } from './record-captures.ts'

/** Ms in which a browser ends the tracks of what is gone. */
const patience = 2_000 * slowness()

/** What a track captures. */
export type Captured = 'camera' | 'microphone' | 'screen'

/** Which tracks are looked for. */
interface Wanted {
  readonly captured: Captured
  readonly label: string | undefined
  readonly key: string
}

/** Tracks of one document. */
type Found = JSHandle<MediaStreamTrack[]>

/** State of one track, read in the page. */
export interface TrackState {
  readonly label: string
  readonly readyState: MediaStreamTrackState
  /** Whether the page is told that its source gives nothing at the moment. */
  readonly muted: boolean
  /** Whether the browser gives away what comes from the source, or silence and black pictures instead. */
  readonly enabled: boolean
  /** Frames the source has given so far; for audio, sample frames. */
  readonly frames: number
}

/**
 * The live capture tracks of an app, in its page, its frames and the windows it opened, as the observer of the page has seen them
 * come: nothing of the page is listened to, and it does not matter who holds them.
 */
export class CaptureTracks {
  readonly #found: readonly Found[]
  readonly count: number

  private constructor(found: readonly Found[], count: number) {
    this.#found = found
    this.count = count
  }

  /** Finds what the app captures from `captured` right now, by one device if it is named. Call `release` when done. */
  static async find(page: Page, captured: Captured, label?: string): Promise<CaptureTracks> {
    const wanted = { captured, label, key: capturesKey }
    const found = await Promise.all(
      (await framesOf(page)).map((frame) => frame.evaluateHandle(chooseLive, wanted)),
    )
    const tracks = new CaptureTracks(found, 0)
    return new CaptureTracks(found, (await tracks.states()).length)
  }

  /** States of the tracks that were found, ended ones included. */
  async states(): Promise<TrackState[]> {
    return (await Promise.all(this.#found.map((tracks) => tracks.evaluate(readStates)))).flat()
  }

  /** Resolves with the states as soon as every track has ended, or once that takes too long, as they are then. */
  async whenEnded(): Promise<TrackState[]> {
    let states = await this.states()
    for (const until = Date.now() + patience; Date.now() < until; states = await this.states()) {
      if (states.every(({ readyState }) => readyState === 'ended')) break
    }
    return states
  }

  /** Resolves to true as soon as no track has given a frame for `quiet` ms, or to false when that takes over `ms`. */
  async whenFrozen(quiet: number, ms: number): Promise<boolean> {
    let frames = await this.#frames()
    let since = Date.now()
    for (const until = since + ms; Date.now() < until; ) {
      const now = await this.#frames()
      if (now !== frames) since = Date.now()
      else if (Date.now() - since >= quiet) return true
      frames = now
    }
    return false
  }

  async #frames(): Promise<number> {
    return (await this.states()).reduce((sum, { frames }) => sum + frames, 0)
  }

  /** Ends them in the page, as the browser does when their source is gone: for a source that others go on with. */
  async end(): Promise<void> {
    await this.#each(endAll)
  }

  async #each(act: (tracks: MediaStreamTrack[]) => void): Promise<void> {
    await Promise.all(this.#found.map((tracks) => tracks.evaluate(act)))
  }

  /** Forgets the tracks; nothing more can be read. */
  async release(): Promise<void> {
    await Promise.all(this.#found.map((tracks) => tracks.dispose()))
  }
}

// These run in the page.

function chooseLive({ captured, label, key }: Wanted): MediaStreamTrack[] {
  const captures = (globalThis as unknown as Record<symbol, Captures>)[Symbol.for(key)]
  if (!captures) {
    if (!isSecureContext || location.protocol === 'chrome-error:') return [] // where nothing can be captured
    throw new Error(
      `What ${location.href} captures is not known, for it was opened before anybody watched it. Open pages with the fixtures of zego-fault-harness.`,
    )
  }
  const tracks = [...captures].flatMap((each) => each.deref() ?? [])
  return tracks.filter((track) => {
    if (track.readyState !== 'live' || (label !== undefined && track.label !== label)) return false
    const { deviceId = '', groupId } = track.getSettings()
    if (captured === 'screen') return /^(web-contents-media-stream|screen|window):/.test(deviceId)
    // Only a device's track is of a group; those from a canvas, Web Audio or a peer connection are not.
    return groupId !== undefined && track.kind === (captured === 'camera' ? 'video' : 'audio')
  })
}

function endAll(tracks: MediaStreamTrack[]): void {
  for (const track of tracks) {
    track.stop() // of which a page is not told
    track.dispatchEvent(new Event('ended'))
  }
}

function readStates(tracks: MediaStreamTrack[]): TrackState[] {
  return tracks.map((track) => {
    const { stats } = track as MediaStreamTrack & { stats?: { deliveredFrames: number } }
    const { label, readyState, muted } = track
    const { get } = Object.getOwnPropertyDescriptor(MediaStreamTrack.prototype, 'enabled') ?? {}
    return { label, readyState, muted, enabled: get?.call(track), frames: stats?.deliveredFrames ?? 0 }
  })
}
