import { readFile } from 'node:fs/promises'
import { decodeRecording, type Recording } from '../media/recording.ts'
import { type RecordedCodec, recordingUrl } from '../media/recordings.ts'
import { Replay } from '../media/replay.ts'

const read = new Map<string, Promise<Recording>>()

/** Reads a recording from disk (Node only), once per process. */
export function readRecording(codec: RecordedCodec): Promise<Recording> {
  let recording = read.get(codec)
  if (!recording) {
    recording = readFile(recordingUrl(codec)).then(decodeRecording)
    read.set(codec, recording)
  }
  return recording
}

/** A recording as media of a virtual stream (Node only). H264, because that is what the SDK publishes by default. */
export const recordedMedia = async (sent: ConstructorParameters<typeof Replay>[1] = {}): Promise<Replay> =>
  new Replay(await readRecording('H264'), sent)
