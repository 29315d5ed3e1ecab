import { expect, test } from 'vitest'
import { MisuseFaults } from './misuse.ts'
import { named } from './testing/named.ts'

test('the receipt of a misuse holds how the call ended', async () => {
  const receipt = await named('misuse', new MisuseFaults()).call('a second login', async () => ({
    how: 'rejected',
  }))
  expect(receipt).toMatchObject({
    fault: 'misuse.call',
    evidence: { what: 'a second login', ending: { how: 'rejected' } },
  })
})

test('the receipt says what the mistake was seen by, as soon as something came of it', async () => {
  const calls: string[] = []
  const { evidence } = await new MisuseFaults(() => calls[0]).call('a second login', async () => {})
  expect(evidence.seenAs).toBeNull()
  calls.push('loginRoom')
  expect(evidence.seenAs).toBe('loginRoom')
})

test('a mistake that nobody makes is no fault', async () => {
  const act = undefined as unknown as () => Promise<unknown>
  await expect(new MisuseFaults().call('a second login', act)).rejects.toThrow(/a function that makes it/)
})
