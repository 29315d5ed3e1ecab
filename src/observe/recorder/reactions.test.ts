import { expect, onTestFinished, test, vi } from 'vitest'
import { Reactions } from './reactions.ts'

test('a reaction counts from the time of its cause on, and not for ever', () => {
  const reactions = new Reactions()
  const reaction = { at: 1000, page: 1 }
  reactions.add(reaction)
  expect(reactions.between(1000, 2000)).toEqual([reaction])
  expect(reactions.between(1001, 2000)).toEqual([])
  expect(reactions.between(0, 999)).toEqual([])
})

test('waiting ends with the next reaction', async () => {
  const reactions = new Reactions()
  const waited = reactions.nextUntil(Date.now() + 60_000)
  reactions.add({ at: Date.now(), page: 1 })
  await expect(waited).resolves.toBeUndefined()
})

test('waiting ends when the time is up', async () => {
  await expect(new Reactions().nextUntil(Date.now() - 1)).resolves.toBeUndefined()
})

test('a wait that is over leaves no timer that would keep the process alive', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const reactions = new Reactions()
  const waited = reactions.nextUntil(Date.now() + 60_000)
  reactions.add({ at: 1, page: 1 })
  await waited
  expect(vi.getTimerCount()).toBe(0)
})
