import type { CDPSession } from '@playwright/test'
import { expect, onTestFinished, test, vi } from 'vitest'
import { asking } from './asking.ts'

const session = (send: () => Promise<unknown>) => ({ send }) as unknown as CDPSession

test('the answer is passed on, and so is a refusal', async () => {
  expect(await asking(session(async () => ({ id: 1 })))('Runtime.enable')).toEqual({ id: 1 })
  const refused = session(() => Promise.reject(new Error('no such object')))
  await expect(asking(refused)('Runtime.enable')).rejects.toThrow('no such object')
})

test('a browser that does not answer is told of by what it was asked', async () => {
  const silent = session(() => new Promise(() => {}))
  await expect(asking(silent, 0)('SystemInfo.getProcessInfo')).rejects.toThrow(
    /hangs: it did not answer the debugger's SystemInfo\.getProcessInfo within 0 s/,
  )
})

test('an answer leaves no timer that would keep the process alive', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  await asking(
    session(async () => ({})),
    60_000,
  )('Runtime.enable')
  expect(vi.getTimerCount()).toBe(0)
})
