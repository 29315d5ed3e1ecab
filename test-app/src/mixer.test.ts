import { expect, test, vi } from 'vitest'
import { cell, createMixer, type Mix } from './mixer.ts'
import { createProblems } from './problem/problem.ts'
import { postponed, scriptedEngine } from './scripted-engine.ts'

const mix: Mix = {
  taskID: 'mix',
  wholeRoom: false,
  streams: ['a', 'b'],
  outputs: ['mixed'],
  size: '640x360',
  codec: 'h264',
  streamWidth: 0,
  background: '',
  watermark: '',
  watermarkWidth: 64,
  still: '',
  caption: '',
}

const canvas = { outputWidth: 640, outputHeight: 360 }

function setUp(methods: object = {}) {
  const granted = () => vi.fn(async () => ({ errorCode: 0 }))
  const sdk = {
    setMixerTaskConfig: granted(),
    startMixerTask: granted(),
    stopMixerTask: granted(),
    startAutoMixerTask: granted(),
    stopAutoMixerTask: granted(),
    ...methods,
  }
  const problems = createProblems({})
  const edit = vi.fn()
  const mixer = createMixer({ engine: scriptedEngine(sdk).engine, problems, roomID: () => 'r1', edit })
  return { mixer, problems, edit, sdk }
}

test.each([1, 2, 3, 4, 5, 9])('%i streams share the picture, and none leaves it', (count) => {
  const cells = Array.from({ length: count }, (_, at) => cell(at, count, canvas))
  for (const { top, left, bottom, right } of cells) {
    expect([left, top].every((edge) => Number.isInteger(edge) && edge >= 0)).toBe(true)
    expect([right > left && right <= 640, bottom > top && bottom <= 360]).toEqual([true, true])
  }
  expect(new Set(cells.map(({ top, left }) => `${top} ${left}`)).size).toBe(count)
})

test('streams are mixed until they are stopped', async () => {
  const { mixer, sdk } = setUp()
  await mixer.start(mix)
  expect(mixer.state.get()).toBe('mixing')
  const [task] = sdk.startMixerTask.mock.calls.at(0) as unknown[]
  expect(task).toMatchObject({ taskID: 'mix', inputList: [{ streamID: 'a' }, { streamID: 'b' }] })
  expect(task).not.toHaveProperty('watermark')
  await mixer.stop(mix)
  expect(mixer.state.get()).toBe('idle')
})

test('the whole room is mixed and stopped by calls of its own', async () => {
  const { mixer, sdk } = setUp()
  const room = { ...mix, wholeRoom: true }
  await mixer.start(room)
  await mixer.stop(room)
  expect(sdk.startAutoMixerTask).toHaveBeenCalledWith({
    taskID: 'mix',
    roomID: 'r1',
    outputList: [{ target: 'mixed' }],
  })
  expect(sdk.stopAutoMixerTask).toHaveBeenCalledWith({ taskID: 'mix', roomID: 'r1' })
  expect(sdk.startMixerTask).not.toHaveBeenCalled()
})

test('a refused mix says what to change', async () => {
  const { mixer, problems, edit } = setUp({
    startMixerTask: vi.fn().mockRejectedValue({ errorCode: 1005026 }),
  })
  await mixer.start(mix)
  expect(mixer.state.get()).toBe('idle')
  await problems.open.get()[0]?.actions[0]?.run()
  expect(edit).toHaveBeenCalledWith(1005026)
})

test('a mix that could not be stopped goes on, and is stopped on the next try', async () => {
  const stopMixerTask = vi
    .fn()
    .mockRejectedValueOnce({ errorCode: 1005011 })
    .mockResolvedValue({ errorCode: 0 })
  const { mixer, problems } = setUp({ stopMixerTask })
  await mixer.start(mix)
  await mixer.stop(mix)
  expect(mixer.state.get()).toBe('mixing')
  await problems.open.get()[0]?.actions[0]?.run()
  expect(mixer.state.get()).toBe('idle')
  expect(problems.open.get()).toEqual([])
})

test('a page that leaves stops every mix it has started', async () => {
  const { mixer, sdk } = setUp()
  await mixer.start(mix)
  await mixer.start({ ...mix, taskID: 'other' })
  await mixer.start({ ...mix, taskID: 'all', wholeRoom: true })
  mixer.end()
  expect(sdk.stopMixerTask.mock.calls).toEqual([['mix'], ['other']])
  expect(sdk.stopAutoMixerTask.mock.calls).toEqual([[{ taskID: 'all', roomID: 'r1' }]])
  expect(mixer.state.get()).toBe('idle')
})

test('a mix without a size goes to the SDK without output settings, which says so', async () => {
  const { mixer, sdk } = setUp()
  await mixer.start({ ...mix, size: '' })
  expect(sdk.startMixerTask.mock.calls.at(0)).toMatchObject([{ outputConfig: '' }])
  await mixer.start({ ...mix, size: '320x180', codec: 'vp8' })
  expect(sdk.startMixerTask.mock.calls.at(1)).toMatchObject([
    { outputConfig: { outputWidth: 320, outputHeight: 180 } },
  ])
  expect(sdk.setMixerTaskConfig).toHaveBeenLastCalledWith({ backgroundImage: '', videoCodec: 'vp8' })
})

test('a width of each stream takes the place of what fits', () => {
  expect(cell(0, 1, canvas, 641)).toEqual({ top: 0, left: 0, bottom: 360, right: 641 })
})

test('a mix that is still starting is stopped with the others when the room is left, and is heard of no more', async () => {
  const answer = postponed<{ errorCode: number }>()
  const { mixer, problems, sdk } = setUp({ startAutoMixerTask: vi.fn(() => answer.promise) })
  await mixer.start(mix)
  const late = mixer.start({ ...mix, taskID: 'late', wholeRoom: true })
  mixer.end()
  expect(sdk.stopMixerTask.mock.calls).toEqual([['mix']])
  expect(sdk.stopAutoMixerTask.mock.calls).toEqual([[{ taskID: 'late', roomID: 'r1' }]])
  answer.resolve({ errorCode: 1005026 })
  await late
  expect([mixer.state.get(), problems.open.get()]).toEqual(['idle', []])
})

test('of two mixes one goes on when the other is stopped', async () => {
  const { mixer } = setUp()
  await mixer.start(mix)
  await mixer.start({ ...mix, taskID: 'other' })
  await mixer.stop(mix)
  expect(mixer.state.get()).toBe('mixing')
})
