import { expect, test } from 'vitest'
import { ClientAddress } from './client-address.ts'

test('the first address heard is the one that is answered', () => {
  const client = new ClientAddress()
  expect(client.answers(['127.0.0.1', 1], 10_000)).toBe(true)
  expect(client.answers(['127.0.0.1', 2], 11_000)).toBe(false)
  expect(client.answers(['127.0.0.1', 1], 12_000)).toBe(true)
})

test('another address is answered once the first has fallen silent', () => {
  const client = new ClientAddress()
  client.answers(['127.0.0.1', 1], 10_000)
  expect(client.answers(['192.0.2.1', 1], 15_500)).toBe(true)
  expect(client.answers(['127.0.0.1', 1], 16_000)).toBe(false)
})
