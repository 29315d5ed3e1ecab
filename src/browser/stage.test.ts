import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hasLoopbackAlone } from './online.ts'
import { prepareStage } from './stage.ts'

const found = { source: 'system', executablePath: '/opt/chromium', version: 'Chromium 1' } as const

test('a stage is launched with its own arguments and those of all: no name leaves the machine', () => {
  const stage = prepareStage('default', found)
  const { args = [], ...rest } = stage.launchOptions
  expect(rest).toEqual({ executablePath: '/opt/chromium' })
  expect(args).toContain(`--use-file-for-fake-video-capture=${stage.camera.path}`)
  expect(args.find((arg) => arg.startsWith('--host-resolver-rules='))).toContain('MAP * ~NOTFOUND')
  expect(args.some((arg) => arg.startsWith('--disable-features='))).toBe(true)
  stage.dispose()
})

test('what a stage needs of the environment, and must not have of Playwright’s flags, is said at its launch', () => {
  const silent = prepareStage('no-devices', found)
  expect(silent.launchOptions.env).toMatchObject({ PATH: process.env.PATH, PULSE_SERVER: 'none' })
  const cached = prepareStage('back-forward-cache', found)
  expect(cached.launchOptions.ignoreDefaultArgs).toEqual(['--disable-back-forward-cache'])
  for (const stage of [silent, cached]) stage.dispose()
})

test('the camera goes with the stage, or else with the process', () => {
  const before = process.listenerCount('exit')
  const stage = prepareStage('default', found)
  expect(process.listenerCount('exit')).toBe(before + 1)
  stage.dispose()
  expect(process.listenerCount('exit')).toBe(before)
  expect(existsSync(stage.camera.path)).toBe(false)
})

test('a machine is alone when none of its interfaces leads to another', () => {
  const address = (internal: boolean) => [{ internal }] as never
  expect(hasLoopbackAlone({ lo: address(true) })).toBe(true)
  expect(hasLoopbackAlone({ lo: address(true), eth0: address(false) })).toBe(false)
  expect(hasLoopbackAlone({ lo: address(true), tun0: undefined })).toBe(true)
})
