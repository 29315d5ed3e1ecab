import { expect, test, vi } from 'vitest'
import { type Postponed, postponed, scriptedEngine } from '../scripted-engine.ts'
import { createCapture } from './capture.ts'

const both = { camera: '', microphone: '' }
const stream = () => ({ getTracks: () => [] }) as unknown as MediaStream

function setUp() {
  const asked: Postponed<MediaStream>[] = []
  const createStream = vi.fn(() => {
    const question = postponed<MediaStream>()
    asked.push(question)
    return question.promise
  })
  const destroyStream = vi.fn()
  const { engine } = scriptedEngine({ createStream, destroyStream })
  return { capture: createCapture(engine), asked, destroyStream }
}

test('who wants the devices twice at once gets them once', async () => {
  const { capture, asked } = setUp()
  const starts = [capture.start(both), capture.start(both)]
  expect(asked).toHaveLength(1)
  const media = stream()
  asked[0]?.resolve(media)
  expect(await Promise.all(starts)).toEqual([undefined, undefined])
  expect(capture.state.get().media).toBe(media)
})

test('what the browser answers after it was given up is of no concern, and what is asked then is another question', async () => {
  const { capture, asked, destroyStream } = setUp()
  const [late, media] = [stream(), stream()]
  const first = capture.start(both)
  capture.stop()
  const second = capture.start(both)
  capture.stop()
  const third = capture.start(both)
  asked[0]?.resolve(late)
  asked[1]?.reject({ code: 1103064 })
  expect(await Promise.all([first, second])).toEqual([undefined, undefined])
  expect(destroyStream.mock.calls).toEqual([[late]])
  expect(capture.state.get()).toMatchObject({ asking: 'now' })
  asked[2]?.resolve(media)
  await third
  expect(capture.state.get().media).toBe(media)
})

test('a refusal is told, and asked again', async () => {
  const { capture, asked } = setUp()
  const refused = capture.start(both)
  asked[0]?.reject({ code: 1103064 })
  expect(await refused).toMatchObject({ code: 1103064 })
  expect(capture.state.get().asking).toBeUndefined()
  void capture.start(both)
  expect(asked).toHaveLength(2)
})
