import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type CodeRow, codes, sections } from './index.ts'

const sdk = new URL('../../node_modules/zego-express-engine-webrtc/', import.meta.url)
const declarations = sources('sdk/', '.d.ts')
const bundles = `${sources('copyrighted-music/', '.js')}${readFileSync(new URL('ZegoExpressWebRTC.js', sdk), 'utf8')}`

test('every code is given once', () => {
  expect(duplicates((row) => row.code)).toEqual([])
})

test('the rows of a section ascend', () => {
  for (const { rows } of sections) {
    const numbers = rows.map((row) => row.code)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  }
})

test.each(['title', 'titleZh', 'cause', 'advice'] as const)('no %s is empty or padded', (field) => {
  expect(codes.filter((row) => row[field] === '' || row[field] !== row[field].trim())).toEqual([])
})

test('titles are headlines: at most 80 characters, no full stop, a capital first', () => {
  expect(codes.filter((row) => row.title.length > 80 || row.title.endsWith('.'))).toEqual([])
  expect(codes.filter((row) => !/^[A-Z]/.test(row.title))).toEqual([])
})

test('Chinese titles are Chinese and short', () => {
  expect(codes.filter((row) => !/\p{Script=Han}/u.test(row.titleZh) || row.titleZh.length > 24)).toEqual([])
})

test('causes and advice are sentences, and advice is one or two of them', () => {
  expect(codes.filter((row) => !row.cause.endsWith('.') || !row.advice.endsWith('.'))).toEqual([])
  expect(codes.filter((row) => row.advice.split(/[.?!] (?=[A-Z])/).length > 2)).toEqual([])
})

test.each(['title', 'titleZh', 'advice'] as const)('no two rows share their whole %s', (field) => {
  expect(duplicates((row) => row[field])).toEqual([])
})

test('every name is spelled as the SDK spells it', () => {
  const unheard = codes.filter(
    (row) => row.name && !inWords(declarations, row.name) && !inWords(bundles, row.name),
  )
  expect(unheard.map((row) => row.name)).toEqual([])
})

test('every API and event of a channel is declared by the SDK', () => {
  const named = codes.filter((row) => row.section !== 'player-plugin').flatMap((row) => row.channels)
  const undeclared = new Set(
    named.filter((via) => via.includes(':')).map((via) => via.slice(via.indexOf(':') + 1)),
  )
  expect([...undeclared].filter((name) => !inWords(declarations, name))).toEqual([])
})

test('limits state at least one bound', () => {
  const limits = codes.flatMap((row) => row.limits ?? [])
  expect(limits.filter((limit) => limit.max === undefined && limit.lessThan === undefined)).toEqual([])
})

function duplicates<T>(key: (row: CodeRow) => T): CodeRow[] {
  const first = new Map<T, CodeRow>()
  return codes.filter((row) => first.has(key(row)) || !first.set(key(row), row))
}

function inWords(text: string, word: string): boolean {
  return new RegExp(`\\b${word}\\b`).test(text)
}

function sources(folder: string, ending: string): string {
  const files = readdirSync(new URL(folder, sdk), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(new URL(folder + file, sdk), 'utf8'))
    .join('\n')
}
