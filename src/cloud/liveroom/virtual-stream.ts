/** What a virtual participant sends of one stream. */
export interface Sent {
  /** `false` for a stream of pictures only. Default true. */
  readonly microphone?: boolean
  /** `false` for a stream of sound only. Default true. */
  readonly camera?: boolean
}

/** What a participant's device does, by `StreamStatusNotify` of the media gateway. */
export const deviceStatus = { on: 0, none: 2, muted: 3 } as const

/** The media of one stream of a virtual participant, as the media gateway has it. */
export interface VirtualStream {
  /** Sends on, or no more, without a word to anybody: players get no packets of that kind. */
  send(kind: 'audio' | 'video', flows: boolean): void
  /** Shows black pictures, or those of the camera again, without a word to anybody. */
  cover(covered: boolean): void
  /** Tells the players how the devices are; they see `remoteMicStatusUpdate` and `remoteCameraStatusUpdate`. */
  tell(status: { readonly micStatus: number; readonly cameraStatus: number }): void
  end(): void
}

/** Plays recorded media into a stream on behalf of a participant. */
export type PublishMedia = (streamId: string, userId: string, sent: Sent) => Promise<VirtualStream>
