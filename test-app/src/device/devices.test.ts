import { expect, test, vi } from 'vitest'
import { createProblems } from '../problem/problem.ts'
import { scriptedEngine } from '../scripted-engine.ts'
import { createDevices } from './devices.ts'

test('whoever comes again has the camera and the microphone that were chosen', () => {
  const kept = new Map<string, string>()
  const memory = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  const { engine } = scriptedEngine({})
  const come = () => createDevices(engine, createProblems({}), memory)
  const devices = come()
  devices.choose('camera', 'c1')
  devices.choose('microphone', 'm1')
  expect(devices.state.get().chosen).toEqual({ camera: 'c1', microphone: 'm1' })
  expect(come().state.get().chosen).toEqual({ camera: 'c1', microphone: 'm1' })
})

test('only what was plugged in, and captures, is told as added', async () => {
  const enumDevices = vi.fn(async () => ({ cameras: [], microphones: [], speakers: [] }))
  const { engine, fire } = scriptedEngine({ enumDevices })
  const devices = createDevices(engine, createProblems({}), { getItem: () => null, setItem() {} })
  const added = vi.fn()
  devices.onAdded(added)
  fire('audioDeviceStateChanged', 'ADD', 'Output', { deviceID: 'headphones' })
  fire('videoDeviceStateChanged', 'DELETE', { deviceID: 'gone' })
  fire('audioDeviceStateChanged', 'ADD', 'Input', { deviceID: 'm1' })
  fire('videoDeviceStateChanged', 'ADD', { deviceID: 'c1' })
  await vi.waitFor(() => expect(added).toHaveBeenCalledWith('camera', 'c1'))
  expect(enumDevices).toHaveBeenCalledTimes(4)
  expect(added.mock.calls).toEqual([
    ['microphone', 'm1'],
    ['camera', 'c1'],
  ])
})
