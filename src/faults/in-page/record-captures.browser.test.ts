import { expect } from 'vitest'
import { onStage } from '../testing/target.ts'
import { CaptureTracks } from './capture-tracks.ts'

const test = onStage('default')

test('what a page captures is found in frames and windows, cloned or dropped, and what it made itself is not', async ({
  target: { page, baseURL },
}) => {
  await page.goto(baseURL)
  await page.evaluate(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true, audio: true })
    const held = { video: document.createElement('video'), clone: stream.clone() }
    held.video.srcObject = new MediaStream(stream.getVideoTracks())
    Object.assign(window, { held, drawn: document.createElement('canvas').captureStream() })
    const frame = document.body.appendChild(document.createElement('iframe'))
    frame.allow = 'camera; microphone'
    await new Promise((resolve) => {
      frame.onload = resolve
      frame.src = location.href
    })
    await frame.contentWindow?.navigator.mediaDevices.getUserMedia({ video: true })
  })
  const cameras = await CaptureTracks.find(page, 'camera')
  expect(cameras.count).toBe(3)
  const microphones = await CaptureTracks.find(page, 'microphone')
  expect(microphones.count).toBe(2)
  await cameras.end()
  expect((await cameras.states()).every(({ readyState }) => readyState === 'ended')).toBe(true)
  expect((await microphones.states()).every(({ readyState }) => readyState === 'live')).toBe(true)
  await Promise.all([cameras.release(), microphones.release()])
})

test('the page gets what the browser gave, and the functions look like the browser’s', async ({
  target: { page, baseURL },
}) => {
  await page.goto(baseURL)
  const seen = await page.evaluate(async () => {
    const { getUserMedia } = navigator.mediaDevices
    const refused = await navigator.mediaDevices.getUserMedia({}).catch(({ name }: Error) => name)
    const illegal = await getUserMedia.call({} as MediaDevices).catch(({ name }: Error) => name)
    return {
      refused,
      illegal,
      text: String(getUserMedia),
      name: getUserMedia.name,
      length: getUserMedia.length,
    }
  })
  expect(seen).toEqual({
    refused: 'TypeError',
    illegal: 'TypeError',
    text: expect.stringContaining('[native code]'),
    name: 'getUserMedia',
    length: 0,
  })
})

test('a page that was opened before anybody watched it is not said to capture nothing', async ({
  target: { page, baseURL, stage },
}) => {
  const unwatched = await page.context().browser()?.newContext()
  const other = await unwatched?.newPage()
  if (!other) throw new Error(`no browser on ${stage.name}`)
  await other.goto(baseURL)
  await expect(CaptureTracks.find(other, 'camera')).rejects.toThrow('opened before anybody watched it')
  await unwatched?.close()
})
