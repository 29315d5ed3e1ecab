/** Recordings there are: of Chromium's fake camera and microphone, by codec, and of a camera that sees nothing, in H264. */
export const recordingNames = ['VP8', 'H264', 'black'] as const
export type RecordingName = (typeof recordingNames)[number]

/**
 * Where a recording is, for `fetch` in a page and for reading in Node. (A function, since bundles that are no modules have no
 * address to start from.)
 */
export function recordingUrl(name: RecordingName): URL {
  if (name === 'black') return new URL('./recordings/black.h264.rtp', import.meta.url)
  return name === 'VP8'
    ? new URL('./recordings/fake-device.vp8.rtp', import.meta.url)
    : new URL('./recordings/fake-device.h264.rtp', import.meta.url)
}
