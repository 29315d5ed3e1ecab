import { expect, reply, test } from '../test.ts'
import { canvas, publishElsewhere, started, task } from './task.ts'

const accepted = [
  'preset-id://a.jpg',
  'preset-id://a.png',
  'http://a.example/b.jpeg',
  'https://a.example/b.png',
  '',
]
const refused = ['preset-id://a.gif', 'preset-id://a.PNG', 'preset-id://a.png?b', 'file:///a.png', 'a.png']

test('a background picture from elsewhere', { tag: '@1005067' }, async ({ engine, faults, zego }) => {
  await engine.join()
  for (const backgroundImage of accepted)
    expect(await engine.call('setMixerTaskConfig', { backgroundImage })).toMatchObject(started)
  for (const url of refused) {
    const wrong = await faults.input.argument(url, { insteadOf: 'preset-id://a.png' })
    await engine.call('setMixerTaskConfig', { backgroundImage: wrong.value })
    await expect(zego).toSurface(1005067, { via: 'api:setMixerTaskConfig', since: wrong })
  }
  await expect(engine).toReact(1005067)
})

test('a video codec that mixes are not made with', { tag: '@1005023' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  publishElsewhere(cloud)
  await engine.join()
  for (const videoCodec of ['h264', 'H264', 'vp8', 'VP8', 'h265', 'H265']) {
    expect(await engine.call('setMixerTaskConfig', { videoCodec })).toMatchObject(started)
    expect(await engine.call('startMixerTask', task())).toMatchObject(started)
  }
  for (const codec of ['av1', 'vp9', 'h.264']) {
    const wrong = await faults.input.argument(codec, { insteadOf: 'vp8' })
    await engine.call('setMixerTaskConfig', { videoCodec: wrong.value })
    await expect(zego).toSurface(1005023, { via: 'api:setMixerTaskConfig', since: wrong })
    // The same by a way that the SDK does not check: the service refuses it.
    const extraParams = [{ key: 'video_encode', value: wrong.value }]
    await engine.call('setMixerTaskConfig', { extraParams })
    await engine.call('startMixerTask', task())
    await expect(zego).toSurface(1005023, { via: 'api:startMixerTask', since: wrong })
  }
  await expect(engine).toReact(1005023)
})

test('a watermark without a picture', { tag: '@1005061' }, async ({ cloud, engine, faults, zego }) => {
  publishElsewhere(cloud)
  await engine.join()
  // The documented situation: the SDK leaves such a watermark out, and the mix starts.
  const empty = task({ watermark: { imageURL: '', layout: canvas } })
  const wrong = await faults.input.argument(empty, { insteadOf: task() })
  expect(await engine.call('startMixerTask', wrong.value)).toMatchObject(started)
  await expect(zego).toSurface(0, { via: 'api:startMixerTask' })
  await expect(zego).not.toSurface(1005061)
  expect(cloud.journal.named('MixStreamStartRequest').at(-1)?.message).not.toHaveProperty('waterMark')

  const without = await faults.input.argument(task({ watermark: { layout: canvas } }), { insteadOf: task() })
  await engine.call('startMixerTask', without.value)
  await expect(zego).toSurface(1100001, { via: 'api:startMixerTask', since: without })

  await faults.signaling.answer('MixStreamStartRequest', reply.code(171))
  await engine.call('startMixerTask', wrong.value)
  await expect(zego).toSurface(1005061, { via: 'api:startMixerTask' })
  await expect(engine).toReact(1005061)
})
