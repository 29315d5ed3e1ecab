import { expect, test } from 'vitest'
import { exclusive } from './exclusive.ts'

test('calls during a run are that run; afterwards a new one begins', async () => {
  let runs = 0
  const run = exclusive(async () => ++runs)
  expect(await Promise.all([run(), run()])).toEqual([1, 1])
  expect(await run()).toBe(2)
})

test('a failed run does not block the next one', async () => {
  let runs = 0
  const run = exclusive(async () => {
    if (++runs === 1) throw new Error('first')
    return runs
  })
  await expect(run()).rejects.toThrow('first')
  expect(await run()).toBe(2)
})
