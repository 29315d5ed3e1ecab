import type { Media } from './media/media.ts'
import type { Session } from './session.ts'
import { action, denied } from './signaling/denial.ts'

/** What a publisher says about its devices (StreamStatusNotify): 0 on, 2 none, 3 muted. */
export interface StreamStatus {
  readonly micStatus: number
  readonly cameraStatus: number
}

/** Who sends a stream: a client's session, or the harness itself (a virtual stream). */
export type Publisher = Session | { readonly userId: string }

/** One stream: whoever publishes it now, and everybody who plays it. It outlives a publisher that comes back. */
export class Stream {
  readonly id: string
  readonly players = new Set<Session>()
  #published: { by: Publisher; media: Media } | undefined
  #status: StreamStatus | undefined
  #flows = false

  constructor(id: string) {
    this.id = id
  }

  get publisher(): Publisher | undefined {
    return this.#published?.by
  }

  /** What players get; nothing while nobody publishes. */
  get media(): Media | undefined {
    return this.#published?.media
  }

  get status(): StreamStatus | undefined {
    return this.#status
  }

  set status(status: StreamStatus) {
    this.#status = status
    for (const player of this.#connected()) player.push('StreamStatusNotifyPush', status)
  }

  /** Tells a player that just connected how things stand. */
  welcome(player: Session): void {
    if (this.#flows) player.push('PlayEventPush', { event: playEvent.begin })
    if (this.#status) player.push('StreamStatusNotifyPush', this.#status)
  }

  /**
   * Players of an earlier publisher go on with the new one. Where the codec changed they cannot: they are told to
   * negotiate anew.
   */
  publish(by: Publisher, media: Media): void {
    this.#published = { by, media }
    this.#status = undefined
    this.#flows = false
    media.flowing.then(() => this.#begin(media))
    for (const player of [...this.players]) {
      if (player.plays?.video?.name === media.video?.name) player.play(media)
      else player.deny({ err: denied.codecSwitched, action: action.retry })
    }
  }

  /** Does nothing when somebody else publishes it by now. Players stay and wait; they are told that it ended. */
  unpublish(by: Publisher): void {
    if (this.publisher !== by) return
    this.#published = undefined
    this.#flows = false
    for (const player of this.#connected()) player.push('PlayEventPush', { event: playEvent.end })
  }

  #begin(media: Media): void {
    if (this.media !== media) return
    this.#flows = true
    const { publisher } = this
    if (publisher && 'push' in publisher) publisher.push('PublishEventPush', { event: 0 })
    for (const player of this.#connected()) player.push('PlayEventPush', { event: playEvent.begin })
  }

  #connected(): Session[] {
    return [...this.players].filter(({ isConnected }) => isConnected)
  }
}

const playEvent = { begin: 0, end: 1 } as const
