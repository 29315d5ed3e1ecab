import { joined, tagType } from './flv.ts'
import { type Picture, picturesOf, type RtpPacket, typeOf, unitType } from './pictures.ts'

/** What of a stream is not as it should be. */
export type Damage = 'sound' | 'picture' | 'codec'

/** A stretch of a stream that can be sent in a loop. */
export interface RecordedStretch {
  /** Ms. */
  readonly duration: number
  readonly packets: readonly RtpPacket[]
}

/** What becomes one tag of an FLV, once it is known when it is sent. */
export interface Unsent {
  readonly type: number
  /** Ms since the start of the round. */
  readonly at: number
  readonly body: Uint8Array
}

/** A stretch as an FLV has it. */
export interface Muxed {
  /** What a decoder must know first. */
  readonly head: readonly Unsent[]
  /** One round, in order of sending. */
  readonly round: readonly Unsent[]
  /** Ms that a round takes. */
  readonly duration: number
}

/** Of the first byte of a picture's tag. */
const [KEY, NOT_KEY] = [0x10, 0x20]
const codec = { avc: 7, hevc: 12 } as const
/** First byte of every sound: AAC, 44 kHz, 16 bits, stereo, whatever it really has. */
const aac = 0xaf
const [CONFIGURATION, MEDIA] = [0, 1]
/** AAC-LC, 48 kHz, mono (`AudioSpecificConfig`); and the same with a kind of object that there is not. */
const soundConfiguration = { good: [0x11, 0x88], damaged: [0xff, 0xff] } as const
/** 1024 samples of silence at 48 kHz. */
const silence = [0x00, 0xc8, 0x00, 0x80, 0x23, 0x80]
const msOfSound = 1024 / 48

/** Puts a recording of H.264 into FLV tags, with silence for sound: a CDN hands out AAC, and the recording has Opus. */
export function mux({ duration, packets }: RecordedStretch, damage?: Damage): Muxed {
  const pictures = picturesOf(packets)
  const codecId = damage === 'codec' ? codec.hevc : codec.avc
  const sound = damage === 'sound' ? soundConfiguration.damaged : soundConfiguration.good
  const head = [
    {
      type: tagType.picture,
      at: 0,
      body: joined([KEY | codecId, CONFIGURATION, 0, 0, 0], pictureConfiguration(pictures)),
    },
    { type: tagType.sound, at: 0, body: joined([aac, CONFIGURATION], sound) },
  ]
  const shown = pictures.map(({ at, units }) => {
    const isKey = units.some((unit) => typeOf(unit) === unitType.keyPicture)
    const start = [(isKey ? KEY : NOT_KEY) | codecId, MEDIA, 0, 0, 0]
    const kept = units.filter((unit) => typeOf(unit) !== unitType.delimiter)
    const sent = kept.map((unit) => (damage === 'picture' ? garbled(unit) : unit))
    return { type: tagType.picture, at, body: joined(start, ...sent.flatMap((unit) => [length(unit), unit])) }
  })
  const heard = Array.from({ length: Math.ceil(duration / msOfSound) }, (_, index) => ({
    type: tagType.sound,
    at: Math.round(index * msOfSound),
    body: joined([aac, MEDIA], silence),
  }))
  return { head, duration, round: [...shown, ...heard].sort((a, b) => a.at - b.at) }
}

/** `AVCDecoderConfigurationRecord`, with the lengths of units in four bytes. @throws when the recording has none */
function pictureConfiguration(pictures: readonly Picture[]): Uint8Array {
  const units = pictures.flatMap((picture) => picture.units)
  const [sequence, picture] = [unitType.sequence, unitType.picture].map((type) =>
    units.find((unit) => typeOf(unit) === type),
  )
  if (!sequence || !picture) throw new Error('A CDN hands out H.264, and this recording has none.')
  const [, profile = 0, compatibility = 0, level = 0] = sequence
  return joined(
    [1, profile, compatibility, level, 0xff, 0xe1],
    length(sequence).slice(2),
    sequence,
    [1],
    length(picture).slice(2),
    picture,
  )
}

const length = ({ length }: Uint8Array): number[] => [24, 16, 8, 0].map((bits) => (length >>> bits) & 0xff)

/** The same unit with every bit but those of its type flipped here and there. */
const garbled = (unit: Uint8Array): Uint8Array =>
  unit.map((byte, index) => (index === 0 ? byte : byte ^ 0x5a))
