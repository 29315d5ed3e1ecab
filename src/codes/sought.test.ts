import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type CodeRow, codes } from './index.ts'

const sdk = new URL('../../node_modules/zego-express-engine-webrtc/', import.meta.url)
const files = readdirSync(sdk, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.js') || file.endsWith('.d.ts'))
  .map((file) => readFileSync(new URL(file, sdk), 'utf8'))
const rows: readonly CodeRow[] = codes

test('a row that nothing gives says what was found instead, or looked for', () => {
  const given = ['superseded', 'not-on-web']
  const silent = rows.filter(({ evidence, drift, sought }) => given.includes(evidence) && !drift && !sought)
  expect(silent.map(({ code }) => code)).toEqual([])
})

const absent = rows.filter(({ sought }) => sought?.startsWith('The number is in no file'))

test.each(absent.map(({ code }) => code))('%d is in no file of the SDK', (code) => {
  const [mantissa = '', exponent = ''] = code.toExponential().replace('+', '').split('e')
  const short = `${mantissa.replace('.', '')}e${Number(exponent) - mantissa.replace('.', '').length + 1}`
  const notation = new RegExp(`\\b(${code}|0x${code.toString(16)}|${short})\\b`, 'i')
  expect(files.filter((text) => notation.test(text))).toEqual([])
})

const unread = rows.flatMap(
  ({ sought = '' }) => /^(\w+) stands in the (?:error|login) table, and nothing/.exec(sought)?.[1] ?? [],
)

test.each(unread)('nothing refers to %s', (name) => {
  const reference = new RegExp(`\\.${name}\\b|['"\`]${name}['"\`]`)
  // The table of a method takes its entries over from that of all.
  const takenOver = new RegExp(`\\b${name}:\\w+\\.${name}\\b`, 'g')
  expect(files.filter((text) => reference.test(text.replace(takenOver, '')))).toEqual([])
  expect(files.some((text) => text.includes(`${name}:`))).toBe(true)
})
