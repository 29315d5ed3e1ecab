/**
 * Records the virtual streams of the gateway from Chromium's fake camera and microphone, and from a black picture:
 *
 *   npx tsx scripts/record-virtual-stream.ts [names]
 *
 * Writes a file for each, or for those that are named, to src/cloud/gateway/media/recordings (format: src/cloud/gateway/media/recording.ts). Media comes
 * through the gateway's own publishing peer, so a recording holds exactly what a player of a live stream would get.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Vp8RtpPayload } from 'werift'
import { clockRate, type MediaPacket } from '../src/cloud/gateway/media/media.ts'
import { NetworkPath } from '../src/cloud/gateway/media/network-path.ts'
import { encodeRecording, type RecordedPacket, type Recording } from '../src/cloud/gateway/media/recording.ts'
import { type RecordingName, recordingNames, recordingUrl } from '../src/cloud/gateway/media/recordings.ts'
import { WeriftPublisher } from '../src/cloud/gateway/node/publisher.ts'
import { launchMediaBrowser, MediaPage, type Publishing } from '../src/cloud/gateway/testing/media-page.ts'

const DURATION_MS = 4_000
/** Time for the encoder to reach its bitrate. */
const SETTLING_MS = 4_000
/** Small on purpose: every player of a test decodes it. */
const picture = { width: 320, height: 240, frameRate: 15, maxBitrate: 150_000 }

type Arrived = MediaPacket & { arrived: number }

const browser = await launchMediaBrowser()
try {
  const wanted = process.argv.slice(2)
  for (const name of recordingNames) if (!wanted.length || wanted.includes(name)) await record(name)
} finally {
  await browser.close()
}

async function record(name: RecordingName): Promise<void> {
  const codec = name === 'VP8' ? 'VP8' : 'H264'
  const page = await MediaPage.open(browser)
  const publisher = new WeriftPublisher(new NetworkPath())
  await page.accept(
    'camera',
    await publisher.answer(
      await page.offerToPublish('camera', { codec, ...picture, isBlack: name === 'black' }),
    ),
  )
  await publisher.connected
  const media = publisher.media
  if (!media?.video) throw new Error('The page publishes no video')
  await media.flowing
  await new Promise((resolve) => setTimeout(resolve, SETTLING_MS))
  const arrived: Arrived[] = []
  // Subscribing asks for the key frame the recording begins with.
  const subscription = media.subscribe((packet) => arrived.push({ ...packet, arrived: performance.now() }))
  await new Promise((resolve) => setTimeout(resolve, DURATION_MS + 1_000))
  subscription.cancel()
  await publisher.close()
  await page.page.close()

  const recording: Recording = {
    video: media.video,
    duration: DURATION_MS,
    packets: fromKeyFrame(codec, arrived).filter(({ kind }) => kind === 'video' || name !== 'black'),
  }
  const file = fileURLToPath(recordingUrl(name))
  const bytes = encodeRecording(recording)
  await mkdir(new URL('.', recordingUrl(name)), { recursive: true })
  await writeFile(file, bytes)
  const frames = recording.packets.filter(({ kind, marker }) => kind === 'video' && marker).length
  console.log(
    `${file}: ${bytes.length} bytes, ${frames} frames, ${recording.packets.length} packets, ${DURATION_MS} ms`,
  )
}

/** The packets of the loop: from a key frame on, complete frames only, counted from zero. */
function fromKeyFrame(codec: Publishing['codec'], arrived: readonly Arrived[]): RecordedPacket[] {
  const first = arrived.findIndex((packet) => beginsKeyFrame(codec, packet))
  const start = arrived[first]
  if (!start) throw new Error('No key frame arrived; record anew')
  const inLoop = arrived.slice(first).filter((packet) => packet.arrived - start.arrived < DURATION_MS)
  const zero = { video: start.timestamp, audio: inLoop.find(({ kind }) => kind === 'audio')?.timestamp ?? 0 }
  const end = { video: (DURATION_MS * clockRate.video) / 1000, audio: (DURATION_MS * clockRate.audio) / 1000 }
  const complete = new Set(
    inLoop.filter(({ kind, marker }) => kind === 'video' && marker).map(({ timestamp }) => timestamp),
  )
  return inLoop.flatMap(({ kind, timestamp, marker, payload, arrived: at }) => {
    const counted = (timestamp - zero[kind]) >>> 0
    if (counted >= end[kind] || (kind === 'video' && !complete.has(timestamp))) return []
    return [{ kind, marker, payload, timestamp: counted, at: Math.floor(at - start.arrived) }]
  })
}

/** Whether a packet is the first one of a key frame: for H264 the one with the sequence parameters (SPS). */
function beginsKeyFrame(codec: Publishing['codec'], { kind, payload }: MediaPacket): boolean {
  if (kind !== 'video') return false
  if (codec === 'VP8') {
    const { isPartitionHead, pid, isKeyframe } = Vp8RtpPayload.deSerialize(Buffer.from(payload))
    return isPartitionHead && pid === 0 && isKeyframe
  }
  const unitType = (at: number) => (payload[at] ?? 0) & 0x1f
  const [SPS, AGGREGATE] = [7, 24]
  return unitType(0) === SPS || (unitType(0) === AGGREGATE && unitType(3) === SPS)
}
