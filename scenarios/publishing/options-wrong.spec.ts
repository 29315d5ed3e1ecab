import { expect, tagsOf, test } from '../test.ts'

const code = 1103001

/** What is asked of the camera, what would be legal instead, and what the SDK says about it. */
const camera = [
  {
    what: 'a quality in words',
    wrong: { videoQuality: 'high' },
    legal: { videoQuality: 2 },
    says: /videoQuality/,
  },
  { what: 'a camera by number', wrong: { videoInput: 5 }, legal: {}, says: /video input must be string/ },
  { what: 'a microphone by number', wrong: { audioInput: 5 }, legal: {}, says: /audio input must be string/ },
  { what: 'sound below 6 kbps', wrong: { audioBitrate: 5 }, legal: { audioBitrate: 6 }, says: /\[6,510\]/ },
  {
    what: 'sound above 510 kbps',
    wrong: { audioBitrate: 511 },
    legal: { audioBitrate: 510 },
    says: /\[6,510\]/,
  },
  { what: 'more than 10 Mbps', wrong: { bitrate: 10_241 }, legal: { bitrate: 10_240 }, says: /10 Mbps/ },
  { what: 'a text as minimum', wrong: { minBitrate: '50' }, legal: { minBitrate: 50 }, says: /minBitrate/ },
  {
    what: 'an unknown start',
    wrong: { startBitrate: 'slow' },
    legal: { startBitrate: 'target' },
    says: /startBitrate/,
  },
  { what: 'a text for yes or no', wrong: { AEC: 'yes' }, legal: { AEC: true }, says: /AEC must be boolean/ },
  { what: 'three channels', wrong: { channelCount: 3 }, legal: { channelCount: 2 }, says: /channelCount/ },
  {
    what: 'an unknown optimisation',
    wrong: { videoOptimizationMode: 'fast' },
    legal: { videoOptimizationMode: 'motion' },
    says: /optimizationMode/,
  },
  {
    what: 'a quality of its own that is not described',
    wrong: { videoQuality: 4 },
    legal: { videoQuality: 4, width: 320, height: 240, frameRate: 15, bitrate: 300 },
    says: /frameRate is required when videoQuality is 4/,
  },
].map((row) => ({ ...row, code }))

test('a capture with options that are not allowed', { tag: tagsOf(camera) }, async ({
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  await eachRow(camera, async ({ wrong, legal, says }) => {
    const options = await faults.input.argument<object>(wrong, { insteadOf: legal })
    const ending = await engine.call('createStream', { camera: options.value })
    await expect(zego).toSurface(code, { via: 'api:createStream', since: options })
    expect(ending).toMatchObject({ how: 'rejected', value: { msg: expect.stringMatching(says) } })
    await expect(engine).toReact(1103001)

    expect(await engine.call('createStream', { camera: legal })).toMatchObject({ how: 'resolved' })
  })

  // Two sources at once are wrong in another way.
  expect(await engine.call('createStream', { camera: {}, screen: true })).toMatchObject({
    how: 'threw',
    value: { code: 1100001 },
  })
})

const publish = [
  { what: 'credentials that are no text', wrong: { streamParams: 5 }, says: /streamParams must be string/ },
  { what: 'extra info that is no text', wrong: { extraInfo: {} }, says: /extraInfo must be string/ },
  {
    what: 'an inspection that does not exist',
    wrong: { inspectFlag: 2 },
    says: /inspectFlag is not in range/,
  },
  { what: 'an inspection in words', wrong: { inspectFlag: 'yes' }, says: /inspectFlag must be number/ },
].map((row) => ({ ...row, code }))

test('publishing with options that are not allowed', { tag: tagsOf(publish) }, async ({
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  const stream = await engine.stream()
  await eachRow(publish, async ({ wrong, says }) => {
    const options = await faults.input.argument<object>(wrong, { insteadOf: {} })
    const ending = await engine.call('startPublishingStream', 'stream-1', stream, options.value)
    await expect(zego).toSurface(code, { via: 'api:startPublishingStream', since: options })
    expect(ending).toMatchObject({ how: 'threw', value: { extendedData: expect.stringMatching(says) } })
  })
  await expect(engine).toReact(1103001)

  expect(await engine.call('startPublishingStream', 'stream-1', stream, { videoCodec: 5 })).toMatchObject({
    how: 'threw',
    value: { name: 'TypeError' },
  })
  expect(await engine.call('startPublishingStream', 'stream-1', stream)).toEqual({
    how: 'returned',
    value: true,
  })
})

test('publishing a stream that is not there', { tag: '@1103001' }, async ({ engine, faults, zego }) => {
  await engine.join()
  const stream = await engine.stream()
  const empty = await engine.page.evaluateHandle(() => new MediaStream())
  for (const [what, missing] of [
    ['no stream', null],
    ['a stream without tracks', empty],
  ] as const) {
    const publish = () => engine.call('startPublishingStream', 'stream-1', missing)
    const misuse = await faults.misuse.call(`publishing ${what}`, publish)
    await expect(zego).toSurface(1103001, { via: 'api:startPublishingStream', since: misuse })
  }
  await engine.call('startPublishingStream', 'stream-1', stream)
  await expect(engine.alert).toBeEmpty()
})
