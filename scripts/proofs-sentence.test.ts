import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codes } from '../src/codes/index.ts'
import { readRecordedProofs, recordedProofsFile } from '../src/ledger/proofs/recorded-proofs.ts'
import { recordedCounts, sentences, withSentence } from './proofs-sentence.ts'

const root = new URL('../', import.meta.url)
const recorded = readRecordedProofs(new URL(recordedProofsFile, root).pathname) ?? { rows: {}, files: {} }

test.each(Object.entries(sentences))('%s states the numbers that are recorded', (file, sentence) => {
  const readme = readFileSync(new URL(file, root), 'utf8')
  expect(readme, 'Run npx tsx scripts/accept-proofs.ts').toBe(
    withSentence(readme, sentence(recordedCounts(recorded))),
  )
})

test.each(Object.keys(sentences))('%s names the rows that have no proof', (file) => {
  const readme = readFileSync(new URL(file, root), 'utf8')
  const unproven = codes.filter((row) => 'unproven' in row && row.unproven)
  expect(unproven.map(({ code }) => code).filter((code) => !readme.includes(String(code)))).toEqual([])
})

test('what is recorded and what the rows say of themselves add up', () => {
  const excused = codes.filter((row) => ('unproven' in row && row.unproven) || ('needs' in row && row.needs))
  const silent = codes.filter(({ code }) => !recorded.rows[code]).map(({ code }) => code)
  expect(silent).toEqual(excused.map(({ code }) => code))
})

test('a README without a place for its numbers is refused', () => {
  expect(() => withSentence('# A project', 'Numbers.')).toThrow('has no <!-- proofs -->')
})
