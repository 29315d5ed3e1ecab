import { expect, test } from '../test.ts'

const code = 1103044

test('publishing a stream that the SDK did not make', { tag: '@1103044' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  const foreign = await engine.foreignStream()
  const publish = () => engine.call('startPublishingStream', 'stream-1', foreign)
  const misuse = await faults.misuse.call('publishing a stream of getUserMedia', publish)
  await expect(zego).toSurface(code, { via: 'api:startPublishingStream' })
  expect(misuse.evidence).toMatchObject({ ending: { how: 'threw' } })
  await expect(engine).toReact(code)

  // What the documentation warns of, too, ends without a code: a promise has no tracks.
  const hasty = () => window.engine.startPublishingStream('stream-1', window.engine.createStream() as never)
  await expect(engine.page.evaluate(hasty)).rejects.toThrow('getTracks is not a function')

  const custom = await engine.stream({ custom: { source: foreign } })
  expect(await engine.call('startPublishingStream', 'stream-1', custom)).toEqual({
    how: 'returned',
    value: true,
  })
})

/** The other calls that a stream is handed to, and how each of them refuses one. */
const calls = [
  { call: ['setVideoConfig', { width: 320 }], how: 'resolved' },
  { call: ['setAudioConfig', { ANS: true }], how: 'resolved' },
  { call: ['useAudioDevice', 'default'], how: 'resolved' },
  { call: ['useVideoDevice', 'camera'], how: 'resolved' },
  { call: ['replaceTrack', 'track'], how: 'resolved' },
  { call: ['addTrack', 'track'], how: 'rejected' },
  { call: ['removeTrack', 'track'], how: 'rejected' },
] as const

const strays = ['a stream of getUserMedia', 'a stream that is destroyed'] as const
const rows = calls.flatMap(({ call, how }) =>
  strays.map((stray) => ({ code, what: `${call[0]} of ${stray}`, call, how, stray })),
)

test('changing a stream that the SDK does not know', { tag: '@1103044' }, async ({
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  const track = await engine.page.evaluateHandle(async () => {
    const media = await navigator.mediaDevices.getUserMedia({ video: true })
    return media.getVideoTracks()[0]
  })
  const camera = await engine.page.evaluate(async () => (await window.engine.getCameras())[0]?.deviceID)
  const destroyed = await engine.stream()
  await engine.call('destroyStream', destroyed)
  const streams = { [strays[0]]: await engine.foreignStream(), [strays[1]]: destroyed }
  await eachRow(rows, async ({ what, call: [method, argument], how, stray }) => {
    const value = { track, camera }[argument as string] ?? argument
    const misuse = await faults.misuse.call(what, () => engine.call(method, streams[stray], value))
    await expect(zego).toSurface(code, { via: `api:${method}`, since: misuse })
    expect(misuse.evidence).toMatchObject({ ending: { how } })
  })
  await expect(engine).toReact(code)
})
