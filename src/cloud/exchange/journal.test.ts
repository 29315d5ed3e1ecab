import { expect, test } from 'vitest'
import { Journal } from './journal.ts'

const entry = (name: string) => ({ direction: 'in', layer: 'liveroom', name, message: {} }) as const

test('whoever subscribed is told what is new, until that is called off', () => {
  const journal = new Journal()
  const told: string[] = []
  journal.record(entry('before'))
  const callOff = journal.subscribe(({ name }) => told.push(name))
  journal.record(entry('meanwhile'))
  callOff()
  journal.record(entry('afterwards'))
  expect(told).toEqual(['meanwhile'])
  expect(journal.entries.map(({ name }) => name)).toEqual(['before', 'meanwhile', 'afterwards'])
})

test('what is waited for may be past, may come, or is missed with what came instead', async () => {
  const journal = new Journal()
  journal.record(entry('first'))
  expect(await journal.waitFor('the first', ({ name }) => name === 'first')).toMatchObject({ name: 'first' })
  const second = journal.waitFor('the second', ({ name }) => name === 'second')
  journal.record(entry('another'))
  journal.record(entry('second'))
  expect(await second).toMatchObject({ name: 'second' })
  const missing = journal.waitFor('third', ({ name }) => name === 'third', 1)
  await expect(missing).rejects.toThrow('saw no third within 1 ms. It saw: first, another, second.')
})
