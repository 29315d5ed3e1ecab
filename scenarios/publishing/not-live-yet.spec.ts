import { expect, test } from '../test.ts'

test('settings of a stream that is not live', { tag: '@1103040' }, async ({ engine, faults, zego }) => {
  await engine.join()
  const stream = await engine.stream()
  const tell = () => engine.call('setStreamExtraInfo', 'stream-1', 'news')
  await faults.misuse.call('extra info of a stream that is not live', tell)
  await expect(zego).toSurface(1103055, { via: 'api:setStreamExtraInfo' })

  const relay = await engine.call('addPublishCdnUrl', 'stream-1', 'rtmp://cdn.example/live/1')
  expect(relay).toMatchObject({ how: 'rejected', value: { errorCode: 1103055 } })

  // What belongs to the capture can be set all the same; what belongs to the sending is refused without a code.
  const size = { width: 320, height: 240, frameRate: 15 }
  for (const [method, args, value] of [
    ['setVideoConfig', [stream, size], { errorCode: 0 }],
    ['setAudioConfig', [stream, { ANS: true }], { errorCode: 0 }],
    ['setCaptureVolume', [stream, 50], { errorCode: 0 }],
    ['mutePublishStreamVideo', [stream, true], true],
    ['sendSEI', ['stream-1', new Uint8Array([1])], false],
    ['setStreamAlignmentProperty', ['stream-1', 1], false],
  ] as const)
    expect(await engine.call(method, ...args), method).toMatchObject({ value })
  await expect(zego).not.toSurface(1103040)
})
