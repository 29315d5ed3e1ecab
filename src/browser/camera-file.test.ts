import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createCameraFile, testPattern } from './camera-file.ts'

test('the picture is ten whole frames of 640 x 480', () => {
  const pattern = testPattern()
  const header = pattern.subarray(0, pattern.indexOf('\n') + 1)
  expect(header.toString()).toBe('YUV4MPEG2 W640 H480 F20:1 Ip A1:1 C420jpeg\n')
  expect(pattern.length - header.length).toBe(10 * ('FRAME\n'.length + (640 * 480 * 3) / 2))
})

test('a camera is there, goes, comes back whole, and leaves nothing behind', () => {
  const camera = createCameraFile()
  const { size } = statSync(camera.path)
  camera.unplug()
  expect([camera.plugged, existsSync(camera.path)]).toEqual([false, false])
  camera.plug()
  expect([camera.plugged, statSync(camera.path).size]).toEqual([true, size])
  camera.dispose()
  expect(existsSync(path.dirname(camera.path))).toBe(false)
})

test('no two browsers share a camera', () => {
  const [one, other] = [createCameraFile(), createCameraFile()]
  expect(one.path).not.toBe(other.path)
  one.dispose()
  other.dispose()
})
