/** MPEG-1 layer III, 32 kbit/s, 32 kHz, mono: each frame has 144 bytes and 36 ms of silence. */
const header = [0xff, 0xfb, 0x18, 0xc4]
const frameBytes = 144
/** Fewer, and the module's converter takes the file for cut off. */
const frames = 300

/** A song of 10.8 s that the module's converter takes: it is unencrypted, which the real ones are not. */
export const silentMp3: Uint8Array<ArrayBuffer> = makeSilence()

/** Ms that it plays. */
export const duration = frames * 36

function makeSilence(): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(frameBytes * frames)
  for (let at = 0; at < file.length; at += frameBytes) file.set(header, at)
  return file
}
