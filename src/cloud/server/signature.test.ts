import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { callbackSignature, callSignature } from './signature.ts'

test('the example of the documentation has its signature', () => {
  const signed = {
    appId: 12_345,
    nonce: '4fd24687296dd9f3',
    secret: '9193cc662a4c0ec135ec71fb57194b38',
    timestamp: 1_615_186_943,
  }
  expect(callSignature(signed)).toBe('43e5cfcca828314675f91b001390566a')
})

test('the example callback of the documentation has its signature', () => {
  expect(callbackSignature('secret', '1470820198', '123412')).toBe('5bd59fd62953a8059fb7eaba95720f66d19e4517')
})

test('a text beyond ASCII is signed by its UTF-8, as Node does it', () => {
  const signed = { appId: 1, nonce: '房', secret: 'é', timestamp: 2 }
  expect(callSignature(signed)).toBe(createHash('md5').update('1房é2').digest('hex'))
})
