import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { md5 } from './md5.ts'
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

test('the example callback of the documentation has its signature', async () => {
  expect(await callbackSignature('secret', '1470820198', '123412')).toBe(
    '5bd59fd62953a8059fb7eaba95720f66d19e4517',
  )
})

test('texts of every length have the MD5 that Node gives them', () => {
  for (let length = 0; length <= 130; length++) {
    const text = '房a'.repeat(65).slice(0, length)
    expect(md5(text), `${length}`).toBe(createHash('md5').update(text).digest('hex'))
  }
})
