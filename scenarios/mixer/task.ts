import type { Cloud } from '../../fixtures/index.ts'

/** A stream that somebody publishes in another room: a mix may have it, and nobody here plays it. */
export const guestStream = 'guest-camera'

/** Width and height of the mixed picture, and the rectangle that fills it. */
export const canvas = { top: 0, left: 0, bottom: 360, right: 640 }

/** How a task that was started answers. */
export const started = { how: 'resolved', value: { errorCode: 0 } }

/** Publishes streams in another room of the cloud. */
export function publishElsewhere(cloud: Cloud, streams: readonly string[] = [guestStream]): void {
  const guest = cloud.room('elsewhere').join('guest')
  for (const stream of streams) guest.announce(stream)
}

/** An input of a task: the guest's stream, or another, with more. */
export const input = (more: object = {}) => ({ streamID: guestStream, layout: canvas, ...more })

/** What `startMixerTask` takes: all is legal but what is changed. */
export const task = (changes: object = {}) => ({
  taskID: 'mix',
  inputList: [input()],
  outputList: ['host-mixed'],
  outputConfig: { outputBitrate: 800, outputFPS: 15, outputWidth: 640, outputHeight: 360 },
  ...changes,
})

/** What `startAutoMixerTask` takes: all is legal but what is changed. */
export const roomTask = (roomID: string, changes: object = {}) => ({
  taskID: 'mix',
  roomID,
  outputList: [{ target: 'host-mixed' }],
  ...changes,
})

/** A PNG of that many bytes, as far as a server looks at it. */
export function png(bytes = 8): Uint8Array {
  const content = new Uint8Array(bytes)
  content.set([0x89, 0x50, 0x4e, 0x47])
  return content
}
