import type { Kind, VirtualMedia } from '../media/media.ts'
import { decodeRecording, type Recording } from '../media/recording.ts'
import { recordingUrl } from '../media/recordings.ts'
import { vp8Frames } from '../media/vp8-frames.ts'
import type { TrackMedia } from './track-media.ts'

const SAMPLE_RATE = 48_000

/** The VP8 recording as tracks of a page, in a loop. Sound starts once the page may play any (a click). */
export class PageReplay implements TrackMedia, VirtualMedia {
  /** Its codec; nothing, where it has no pictures. */
  readonly video: { readonly name: 'VP8'; readonly parameters: '' } | undefined
  /** Whether there is sound in it. */
  readonly audio: boolean
  readonly flowing = Promise.resolve()
  /** The tracks themselves. */
  readonly stream: MediaStream
  readonly #pictures: Pictures
  readonly #stop: () => void

  private constructor(stream: MediaStream, pictures: Pictures, stop: () => void) {
    this.stream = stream
    this.#pictures = pictures
    this.#stop = stop
    this.video = stream.getVideoTracks().length > 0 ? { name: 'VP8', parameters: '' } : undefined
    this.audio = stream.getAudioTracks().length > 0
  }

  /** Fetches the recording and starts it, without sound or pictures where they are not wanted. */
  static async load({ microphone = true, camera = true } = {}): Promise<PageReplay> {
    const url = recordingUrl('VP8')
    const response = await fetch(url)
    if (!response.ok) throw new Error(`The recording ${url} cannot be fetched: ${response.status}`)
    const recording = decodeRecording(new Uint8Array(await response.arrayBuffer()))
    const pictures = showPictures(recording)
    const sound = await playSound(recording)
    const tracks = [...(camera ? [pictures.track] : []), ...(microphone ? [sound.track] : [])]
    return new PageReplay(new MediaStream(tracks), pictures, () => {
      pictures.stop()
      sound.stop()
    })
  }

  /** Lets sound or pictures flow, or not. */
  send(kind: Kind, flows: boolean): void {
    for (const track of this.stream.getTracks()) if (track.kind === kind) track.enabled = flows
  }

  /** Shows black pictures, or those of the recording again. */
  cover(covered: boolean): void {
    this.#pictures.isCovered = covered
  }

  /** Ends the tracks. */
  close(): void {
    this.#stop()
    for (const track of this.stream.getTracks()) track.stop()
  }
}

interface Playing {
  track: MediaStreamTrack
  stop: () => void
}

interface Pictures extends Playing {
  /** Whether the camera has a cover on it. */
  isCovered: boolean
}

function showPictures(recording: Recording): Pictures {
  const frames = vp8Frames(recording)
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  const decoder = new VideoDecoder({
    output: (picture) => {
      if (canvas.width !== picture.displayWidth) canvas.width = picture.displayWidth
      if (canvas.height !== picture.displayHeight) canvas.height = picture.displayHeight
      if (shown.isCovered) context?.fillRect(0, 0, canvas.width, canvas.height)
      else context?.drawImage(picture, 0, 0)
      picture.close()
    },
    error: (error) => console.error('A virtual stream cannot be decoded:', error),
  })
  decoder.configure({ codec: 'vp8' })
  const began = performance.now()
  let [round, next] = [0, 0]
  const timer = setInterval(() => {
    const now = performance.now() - began - round
    for (let frame = frames[next]; frame && frame.at <= now; frame = frames[next]) {
      const type = frame.isKey ? 'key' : 'delta'
      decoder.decode(new EncodedVideoChunk({ type, timestamp: (round + frame.at) * 1_000, data: frame.data }))
      next += 1
    }
    if (now < recording.duration) return
    round += recording.duration
    next = 0
  }, 20)
  const track = canvas.captureStream().getVideoTracks()[0]
  if (!track) throw new Error('The page cannot capture a canvas')
  const shown: Pictures = {
    track,
    isCovered: false,
    stop: () => {
      clearInterval(timer)
      decoder.close()
    },
  }
  return shown
}

async function playSound({ duration, packets }: Recording): Promise<Playing> {
  const context = new AudioContext({ sampleRate: SAMPLE_RATE })
  const buffer = context.createBuffer(1, (duration * SAMPLE_RATE) / 1000, SAMPLE_RATE)
  const decoder = new AudioDecoder({
    output: (sound) => {
      const samples = new Float32Array(sound.numberOfFrames)
      sound.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
      buffer.copyToChannel(samples, 0, Math.round((sound.timestamp * SAMPLE_RATE) / 1_000_000))
      sound.close()
    },
    error: (error) => console.error('The sound of a virtual stream cannot be decoded:', error),
  })
  decoder.configure({ codec: 'opus', sampleRate: SAMPLE_RATE, numberOfChannels: 2 })
  for (const { kind, timestamp, payload } of packets) {
    if (kind !== 'audio') continue
    const data = payload.slice()
    decoder.decode(
      new EncodedAudioChunk({ type: 'key', timestamp: (timestamp * 1_000_000) / SAMPLE_RATE, data }),
    )
  }
  await decoder.flush()
  decoder.close()
  const destination = context.createMediaStreamDestination()
  const source = new AudioBufferSourceNode(context, { buffer, loop: true })
  source.connect(destination)
  source.start()
  const track = destination.stream.getAudioTracks()[0]
  if (!track) throw new Error('The page cannot make sound')
  return { track, stop: () => void context.close() }
}
