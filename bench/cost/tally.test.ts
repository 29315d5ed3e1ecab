import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { kindOf } from './kinds.ts'
import { type Process, parseStat, processes } from './processes.ts'
import { Tally, unseen } from './tally.ts'

const shell: Process = { pid: 10, parent: 1, id: '10 0', own: 1, ended: 0, command: 'sh' }
const root: Process = { pid: 1, parent: 0, id: '1 0', own: 50, ended: 3, command: 'node meter.ts' }

test('what a process used after the last look at it comes from the parent that waited for it', () => {
  const renderer = { ...shell, pid: 11, id: '11 0', parent: 10, own: 2, command: 'chromium --type=renderer' }
  const tally = new Tally(1, [root])
  tally.look([root, shell, renderer])
  tally.look([root, { ...shell, own: 1.5, ended: 2.25 }])
  expect(tally.cpu).toEqual({ renderer: 2, other: 1.5, [unseen]: 0.25 })
})

test('what was there before, and its children’s time, do not count; nor does the root', () => {
  const tally = new Tally(1, [root, shell])
  tally.look([{ ...root, own: 60, ended: 4 }, shell, { ...shell, pid: 12, id: '12 5' }])
  expect(tally.cpu).toEqual({ other: 1, [unseen]: 1 })
})

test('a process whose parent is gone still counts, with the kind it had while it lived', () => {
  const orphan = { ...shell, pid: 13, id: '13 0', parent: 10, command: 'chromium --type=gpu-process' }
  const tally = new Tally(1, [root])
  tally.look([root, shell, orphan])
  tally.look([
    { ...root, ended: 4 },
    { ...orphan, parent: 0, own: 7, command: '' },
  ])
  expect(tally.cpu).toEqual({ gpu: 7, other: 1, [unseen]: 0 })
})

test('a name with blanks and parentheses does not move the fields', () => {
  const fields = Array.from({ length: 50 }, (_, index) => index + 3)
  expect(parseStat(`77 (a (b) c) ${fields.join(' ')}`, 'a')).toEqual({
    ...{ pid: 77, parent: 4, id: '77 22', command: 'a' },
    own: (14 + 15) / 100,
    ended: (16 + 17) / 100,
  })
})

test.runIf(process.platform === 'linux')('the system counts what a real child used', async () => {
  const tally = new Tally(process.pid, processes())
  const busy = 'const end = process.cpuUsage().user + 3e5; while (process.cpuUsage().user < end);'
  const child = spawn(process.execPath, ['-e', `process.stdin.resume().on('end', () => { ${busy} })`])
  await once(child, 'spawn')
  tally.look(processes())
  child.stdin.end()
  await once(child, 'close')
  tally.look(processes())
  const sum = Object.values(tally.cpu).reduce((all, own) => all + own, 0)
  expect(sum).toBeGreaterThan(0.3)
  expect(tally.cpu[unseen]).toBeGreaterThan(0)
})

test('kinds', () => {
  expect(kindOf('/usr/lib/chromium --type=renderer --lang=en')).toBe('renderer')
  expect(kindOf('chromium --headless --remote-debugging-pipe')).toBe('browser')
  expect(kindOf('node /x/node_modules/playwright/lib/worker/workerProcessEntry.js')).toBe('Playwright worker')
  expect(kindOf('node /x/node_modules/.bin/playwright test kicked-out')).toBe('runner')
  expect(kindOf('chromium --type=utility --utility-sub-type=network.mojom.NetworkService')).toBe(
    'network service',
  )
})
