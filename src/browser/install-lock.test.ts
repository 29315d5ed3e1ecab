import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { holdingInstallLock } from './install-lock.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'install-lock-'))
const lock = path.join(folder, 'lock')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function holderInAnotherProcess(): Promise<ChildProcess> {
  const script = `import('node:net').then(({ default: net }) => net.createServer().listen(process.argv[1], () => console.log('held')))`
  const holder = spawn(process.execPath, ['-e', script, lock], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(holder.stdout, 'data')
  return holder
}

test('lets one work at a time, and everybody gets a turn', async () => {
  let working = 0
  let most = 0
  const work = async () => {
    working += 1
    most = Math.max(most, working)
    await new Promise(setImmediate)
    working -= 1
  }
  await Promise.all(Array.from({ length: 5 }, () => holdingInstallLock(() => {}, work, lock)))
  expect(most).toBe(1)
})

test('is free again after the work failed', async () => {
  const failing = holdingInstallLock(
    () => {},
    () => Promise.reject(new Error('no disk')),
    lock,
  )
  await expect(failing).rejects.toThrow('no disk')
  expect(
    await holdingInstallLock(
      () => {},
      async () => 'done',
      lock,
    ),
  ).toBe('done')
})

test('a process that is killed while holding it does not block the others', async () => {
  const holder = await holderInAnotherProcess()
  const said: string[] = []
  const turn = holdingInstallLock(
    (line) => {
      said.push(line)
      holder.kill('SIGKILL')
    },
    async () => 'done',
    lock,
  )
  expect(await turn).toBe('done')
  expect(said[0]).toMatch(/waiting/)
})
