import { expect, test } from 'vitest'
import { InOrder } from './in-order.ts'

test('what arrives early waits for what was before it', () => {
  const order = new InOrder()
  const left: string[] = []
  const [first, second, third] = ['first', 'second', 'third'].map((name) => order.next(() => left.push(name)))
  third?.()
  first?.()
  expect(left).toEqual(['first'])
  second?.()
  expect(left).toEqual(['first', 'second', 'third'])
})
