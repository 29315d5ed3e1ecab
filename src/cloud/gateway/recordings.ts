/** Where the recordings of Chromium's fake camera and microphone are, for `fetch` in a page and for reading in Node. */
export const recordings = {
  VP8: new URL('./recordings/fake-device.vp8.rtp', import.meta.url),
  H264: new URL('./recordings/fake-device.h264.rtp', import.meta.url),
} as const
