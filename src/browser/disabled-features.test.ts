import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { expect, test } from 'vitest'
import { disabledFeatures } from './disabled-features.ts'

const featuresIn = (list = '') => list.replace('--disable-features=', '').split(',')

test('whatever Playwright turns off stays off', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zego-fault-harness-features-'))
  const executablePath = join(folder, 'chromium')
  const said = join(folder, 'arguments')
  writeFileSync(executablePath, `#!/bin/sh\nprintf '%s\\n' "$@" > '${said}'\n`)
  chmodSync(executablePath, 0o755)
  await expect(chromium.launch({ executablePath })).rejects.toThrow()
  const list = readFileSync(said, 'utf8').match(/^--disable-features=.*$/m)?.[0]
  rmSync(folder, { recursive: true })
  expect(featuresIn(list).length).toBeGreaterThan(5)
  expect(featuresIn(disabledFeatures)).toEqual(expect.arrayContaining(featuresIn(list)))
})
