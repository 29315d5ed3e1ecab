import { expect, test } from 'vitest'
import { createStore } from './store.ts'

test('whoever watches is told now and after every change, until they stop', () => {
  const store = createStore({ count: 0, name: 'a' })
  const seen: Record<'one' | 'other', number[]> = { one: [], other: [] }
  const stop = store.watch(({ count }) => seen.one.push(count))
  store.watch(({ count }) => seen.other.push(count))
  store.patch({ count: 1 })
  stop()
  store.patch({ count: 2 })
  expect(seen).toEqual({ one: [0, 1], other: [0, 1, 2] })
  expect(store.get()).toEqual({ count: 2, name: 'a' })
})

test('a change that comes of a change is what everybody is left with', () => {
  const store = createStore(0)
  const seen: number[] = []
  store.watch((value) => value === 1 && store.set(2))
  store.watch((value) => seen.push(value))
  store.set(1)
  expect([store.get(), seen.at(-1)]).toEqual([2, 2])
})
