import { expect, test } from 'vitest'
import { type StageName, stageRow, stages, stagesWithCameraFile } from './stages.ts'

const files = { camera: '/tmp/camera.y4m', screenTitle: 'Shared' }
const argsOf = (name: string) => stageRow(name as StageName).args(files)

test('exactly the stages that say so use the camera file', () => {
  const using = Object.keys(stages).filter((name) => argsOf(name).some((arg) => arg.endsWith(files.camera)))
  expect(using.toSorted()).toEqual([...stagesWithCameraFile].toSorted())
})

test('no stage with devices answers prompts by flag, which would hide permission faults', () => {
  for (const name of Object.keys(stages)) {
    const args = argsOf(name)
    const hasDevices = args.some((arg) => arg.startsWith('--use-fake-device-for-media-stream'))
    expect([name, hasDevices && args.includes('--use-fake-ui-for-media-stream')]).toEqual([name, false])
  }
})

test('a browser without WebGL has all else', () => {
  const usual = argsOf('default')
  expect(argsOf('no-webgl')).toEqual([...usual, '--disable-3d-apis'])
})

test('a stage that does not exist is refused with those that do', () => {
  expect(() => stageRow('fast' as StageName)).toThrow(
    /no stage named "fast"\. Use one of: default, two-cameras/,
  )
})
