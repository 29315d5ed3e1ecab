import { type CipherGCM, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeToken } from './token.ts'
import { openToken } from './token-cipher.ts'

const secret = '0123456789abcdef0123456789abcdef'
const content = {
  app_id: 7,
  user_id: 'host',
  nonce: -5,
  ctime: 1_700_000_000,
  expire: 1_700_003_600,
  payload: '',
}

/** What ZEGO's public generators for Node write, byte by byte, with the cryptography of Node. */
function generated(mode: 'cbc' | 'gcm', iv: Buffer, text = JSON.stringify(content)): string {
  const cipher = createCipheriv(`aes-256-${mode}`, secret, iv)
  const sealed = Buffer.concat([cipher.update(text), cipher.final()])
  const tagged = mode === 'gcm' ? Buffer.concat([sealed, (cipher as CipherGCM).getAuthTag()]) : sealed
  const head = Buffer.alloc(10)
  head.writeBigInt64BE(BigInt(content.expire), 0)
  head.writeUInt16BE(iv.length, 8)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(tagged.length)
  const mark = mode === 'gcm' ? [Buffer.from([1])] : []
  return `04${Buffer.concat([head, iv, length, tagged, ...mark]).toString('base64')}`
}

test.each([
  ['cbc', Buffer.from('0123456789abcdef')],
  ['gcm', Buffer.from('0123456789ab')],
  ['cbc', randomBytes(16)],
  ['gcm', randomBytes(12)],
] as const)('a token of a public generator is read, %s', async (mode, iv) => {
  expect(await openToken(generated(mode, iv), secret)).toEqual(content)
})

test('a token of ours is read by whoever has the secret', async () => {
  const token = await makeToken({ appId: 7, userId: 'host', secret, expiresIn: 60, now: 1_700_000_000_000 })
  const bytes = Buffer.from(token.slice(2), 'base64')
  expect(bytes.readBigInt64BE(0)).toBe(1_700_000_060n)
  const decipher = createDecipheriv('aes-256-cbc', secret, bytes.subarray(10, 26))
  const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString()
  expect(JSON.parse(text)).toMatchObject({
    app_id: 7,
    user_id: 'host',
    ctime: 1_700_000_000,
    expire: 1_700_000_060,
  })
})

test.each(['AES-CBC', 'AES-GCM'] as const)('what is made can be opened again, with %s', async (mode) => {
  const token = await makeToken({ appId: 7, userId: 'host', secret, mode, room: 'r1', publish: ['s1'] })
  const opened = await openToken(token, secret)
  expect(JSON.parse(opened?.payload ?? '')).toEqual({
    room_id: 'r1',
    privilege: { 1: 1, 2: 1 },
    stream_id_list: ['s1'],
  })
  expect(await openToken(token, 'f'.repeat(32))).toBeUndefined()
})

test.each(['', '04', '04AAAA', '04!!!', 'xyz', makeToken()])(
  'what is no token cannot be opened: %s',
  async (token) => {
    expect(await openToken(token, secret)).toBeUndefined()
  },
)

test('a secret of another length is refused with what to do', async () => {
  await expect(makeToken({ appId: 7, userId: 'host', secret: 'short' })).rejects.toThrow(
    'has 32 bytes, this one has 5',
  )
})

test.each([Number.NaN, Number.POSITIVE_INFINITY, '3600'])('no token lasts %s seconds', async (seconds) => {
  const lasts = seconds as number
  expect(() => makeToken(lasts)).toThrow('A token lasts a number of seconds')
  await expect(makeToken({ appId: 7, userId: 'host', secret, expiresIn: lasts })).rejects.toThrow(
    `such as 3600, not ${seconds}.`,
  )
})
