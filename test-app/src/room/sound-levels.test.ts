import { expect, test, vi } from 'vitest'
import type { CaptureState } from '../device/capture.ts'
import { scriptedEngine } from '../scripted-engine.ts'
import { createStore } from '../store.ts'
import { createSoundLevels } from './sound-levels.ts'

function setUp() {
  const setSoundLevelDelegate = vi.fn()
  const { engine, fire } = scriptedEngine({ setSoundLevelDelegate })
  const capture = {
    state: createStore<CaptureState>({ muted: { camera: false, microphone: false }, lost: [], silenced: [] }),
  }
  return { levels: createSoundLevels({ engine, capture }), capture, fire, setSoundLevelDelegate }
}

test('the own microphone comes first, then the streams that are played', () => {
  const { levels, fire } = setUp()
  levels.listen(true)
  fire('soundLevelUpdate', [
    { streamID: 'mine', soundLevel: 9, type: 'push' },
    { streamID: 'hers', soundLevel: 20.4, type: 'pull' },
  ])
  fire('capturedSoundLevelUpdate', 12)
  expect(levels.state.get().levels).toEqual([
    { level: 12, isSilent: false },
    { streamID: 'hers', level: 20, isSilent: false },
  ])
  fire('soundLevelUpdate', [])
  expect(levels.state.get().levels).toHaveLength(1)
})

test('a pause is no silence; a long one is, until something is heard', () => {
  const { levels, fire } = setUp()
  levels.listen(true)
  const silentAfter = (count: number) => {
    for (let i = 0; i < count; i++) fire('capturedSoundLevelUpdate', 0)
    return levels.state.get().levels[0]?.isSilent
  }
  expect([silentAfter(9), silentAfter(1)]).toEqual([false, true])
  fire('capturedSoundLevelUpdate', 1)
  expect(silentAfter(9)).toBe(false)
})

test('whoever stops listening is told nothing any more', () => {
  const { levels, fire, setSoundLevelDelegate } = setUp()
  levels.listen(true)
  levels.listen(true)
  levels.listen(false)
  fire('capturedSoundLevelUpdate', 12)
  expect(levels.state.get()).toEqual({ on: false, levels: [] })
  expect(setSoundLevelDelegate.mock.calls.map(([on]) => on)).toEqual([true, false])
})

test('levels are asked for anew when a device is lost, for the SDK tells none any more', () => {
  const { levels, capture, setSoundLevelDelegate } = setUp()
  capture.state.patch({ lost: ['camera'] })
  expect(setSoundLevelDelegate).not.toHaveBeenCalled()
  levels.listen(true)
  capture.state.patch({ lost: ['microphone'] })
  expect(setSoundLevelDelegate.mock.calls.map(([on]) => on)).toEqual([true, false, true])
  expect(levels.state.get()).toEqual({ on: true, levels: [{ level: 0, isSilent: true }] })
})
