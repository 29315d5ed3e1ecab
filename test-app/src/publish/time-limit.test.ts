import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { within } from './time-limit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a call that ends in time ends as it does', async () => {
  await expect(within(Promise.resolve('done'))).resolves.toBe('done')
  await expect(within(Promise.reject({ code: 1003051 }))).rejects.toEqual({ code: 1003051 })
  expect(vi.getTimerCount()).toBe(0)
})

test('a call that never ends was not answered', async () => {
  const forever = expect(within(new Promise(() => {}))).rejects.toMatchObject({ code: 1100002 })
  await vi.advanceTimersByTimeAsync(9_000)
  await forever
})
