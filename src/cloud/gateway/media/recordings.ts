/** Codecs there is a recording of. */
export type RecordedCodec = 'VP8' | 'H264'

/**
 * Where the recording of Chromium's fake camera and microphone is, for `fetch` in a page and for reading in Node. (A
 * function, since bundles that are no modules have no address to start from.)
 */
export function recordingUrl(codec: RecordedCodec): URL {
  return codec === 'VP8'
    ? new URL('./recordings/fake-device.vp8.rtp', import.meta.url)
    : new URL('./recordings/fake-device.h264.rtp', import.meta.url)
}
