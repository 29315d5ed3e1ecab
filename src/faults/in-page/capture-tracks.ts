import type { CDPSession, Page } from '@playwright/test'
import { asking, askingAnew } from '../../browser/asking.ts'
import { slowness } from '../../machine/slowness.ts'
import { pagesComputed } from '../kit/processes.ts'
import { type DocumentRealm, documentsOf } from './documents.ts'

/** What the debugger holds of the page's objects until it is released: a session is never detached, see `pageSession`. */
const objectGroup = 'capture-tracks'

/** Ms in which a browser ends the tracks of what is gone. */
const patience = 2_000 * slowness()

/** What a track captures. */
export type Captured = 'camera' | 'microphone' | 'screen'

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

/** Tracks of one document, as the debugger holds them. */
interface Found {
  readonly session: CDPSession
  readonly tracks: string
}

/**
 * The live capture tracks of an app, in its page, its frames and the windows it opened, found through the debugger on
 * the JavaScript heap: nothing of the page is replaced or listened to, and it does not matter who holds them. Finding
 * takes some 100 ms (it collects garbage first).
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
    const found = await askingAnew(
      async (limit) => {
        const documents = await documentsOf(page)
        return Promise.all(documents.map((document) => findIn(document, captured, { label, limit })))
      },
      () => pagesComputed(page.context().browser()),
    )
    const tracks = new CaptureTracks(found, 0)
    return new CaptureTracks(found, (await tracks.states()).length)
  }

  /** States of the tracks that were found, ended ones included. */
  async states(): Promise<TrackState[]> {
    return (await Promise.all(this.#found.map(statesOf))).flat()
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

  /** Mutes them in the page, as the browser does when the system gives it silence or black pictures. */
  async mute(): Promise<void> {
    await this.#each(muteAll)
  }

  /** Lets those go on that `mute` muted, also by another `CaptureTracks`. */
  async unmute(): Promise<void> {
    await this.#each(unmuteAll)
  }

  async #each(act: (this: MediaStreamTrack[]) => void): Promise<void> {
    await Promise.all(
      this.#found.map(({ session, tracks }) =>
        asking(session)('Runtime.callFunctionOn', { objectId: tracks, functionDeclaration: String(act) }),
      ),
    )
  }

  /** Forgets the tracks; nothing more can be read. */
  async release(): Promise<void> {
    const sessions = new Set(this.#found.map(({ session }) => session))
    await Promise.all(
      [...sessions].map(async (session) => {
        await asking(session)('Runtime.releaseObjectGroup', { objectGroup })
        await asking(session)('Runtime.disable')
      }),
    )
  }
}

async function findIn(
  { session, executionContextId }: DocumentRealm,
  captured: Captured,
  { label, limit }: { label: string | undefined; limit: number },
): Promise<Found> {
  const prototype = await asking(session)('Runtime.evaluate', {
    expression: 'EventTarget.prototype',
    contextId: executionContextId,
    objectGroup,
  })
  const all = await asking(session, limit)('Runtime.queryObjects', {
    prototypeObjectId: prototype.result.objectId ?? '',
    objectGroup,
  })
  const { result, exceptionDetails } = await asking(session)('Runtime.callFunctionOn', {
    objectId: all.objects.objectId,
    functionDeclaration: String(chooseLive),
    arguments: [{ value: captured }, { value: label }],
    objectGroup,
  })
  if (!result.objectId || exceptionDetails) throw new Error(`Tracks cannot be read: ${result.description}`)
  return { session, tracks: result.objectId }
}

async function statesOf({ session, tracks }: Found): Promise<TrackState[]> {
  const { result } = await asking(session)('Runtime.callFunctionOn', {
    objectId: tracks,
    functionDeclaration: String(readStates),
    returnByValue: true,
  })
  return result.value
}

// These run in the page.

function chooseLive(this: EventTarget[], captured: Captured, label?: string): MediaStreamTrack[] {
  // A track that no script has touched exists only in whatever holds it.
  const tracks = this.flatMap((target) => {
    if (Object.hasOwn(target, 'constructor')) return [] // a prototype, not an object of its own
    if (target instanceof MediaStreamTrack) return [target]
    if (target instanceof MediaStream) return target.getTracks()
    if (target instanceof RTCPeerConnection) return target.getSenders().map(({ track }) => track)
    if (target instanceof HTMLMediaElement && target.srcObject instanceof MediaStream)
      return target.srcObject.getTracks()
    return []
  })
  return [...new Set(tracks)].filter((track) => {
    if (track?.readyState !== 'live' || (label !== undefined && track.label !== label)) return false
    const { deviceId = '', groupId } = track.getSettings()
    if (captured === 'screen') return /^(web-contents-media-stream|screen|window):/.test(deviceId)
    // Only a device's track is of a group; those from a canvas, Web Audio or a peer connection are not.
    return groupId !== undefined && track.kind === (captured === 'camera' ? 'video' : 'audio')
  }) as MediaStreamTrack[]
}

function endAll(this: MediaStreamTrack[]): void {
  for (const track of this) {
    track.stop() // of which a page is not told
    track.dispatchEvent(new Event('ended'))
  }
}

function muteAll(this: MediaStreamTrack[]): void {
  for (const track of this) {
    if (Object.hasOwn(track, 'muted')) continue // muted already
    let enabled = track.enabled // as the page has it: what it sets meanwhile counts afterwards
    track.enabled = false // which makes the browser send silence, or black pictures
    Object.defineProperties(track, {
      muted: { configurable: true, value: true },
      enabled: {
        configurable: true,
        get: () => enabled,
        set(wanted: boolean) {
          enabled = wanted
        },
      },
    })
    track.dispatchEvent(new Event('mute'))
  }
}

function unmuteAll(this: MediaStreamTrack[]): void {
  for (const track of this) {
    if (!Object.hasOwn(track, 'muted')) continue
    const { enabled } = track
    Reflect.deleteProperty(track, 'muted')
    Reflect.deleteProperty(track, 'enabled')
    track.enabled = enabled
    track.dispatchEvent(new Event('unmute'))
  }
}

function readStates(this: MediaStreamTrack[]): TrackState[] {
  return this.map((track) => {
    const { stats } = track as MediaStreamTrack & { stats?: { deliveredFrames: number } }
    const { label, readyState, muted } = track
    const { get } = Object.getOwnPropertyDescriptor(MediaStreamTrack.prototype, 'enabled') ?? {}
    return { label, readyState, muted, enabled: get?.call(track), frames: stats?.deliveredFrames ?? 0 }
  })
}
