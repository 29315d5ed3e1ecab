import { readFile } from 'node:fs/promises'
import { decodeRecording, type Recording } from '../media/recording.ts'
import { type RecordingName, recordingUrl } from '../media/recordings.ts'
import { Replay, type ReplayOptions } from '../media/replay.ts'

const read = new Map<string, Promise<Recording>>()

/** Reads a recording from disk (Node only), once per process. */
export function readRecording(name: RecordingName): Promise<Recording> {
  let recording = read.get(name)
  if (!recording) {
    recording = readFile(recordingUrl(name)).then(decodeRecording)
    read.set(name, recording)
  }
  return recording
}

/** A recording as media of a virtual stream (Node only). H264, because that is what the SDK publishes by default. */
export async function recordedMedia(sent: ReplayOptions = {}): Promise<Replay> {
  const [recording, black] = await Promise.all([readRecording('H264'), readRecording('black')])
  return new Replay(recording, { ...sent, black })
}
