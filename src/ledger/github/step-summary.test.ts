import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sampleLedger } from '../testing/sample-ledger.ts'
import { addToStepSummary, ledgerInMarkdown, unhandledInMarkdown } from './step-summary.ts'

test('the numbers of the ledger are tables', () => {
  const { backed, contradicted, unproven } = sampleLedger().counts.verdicts
  const lines = ledgerInMarkdown(sampleLedger())
  expect(lines).toContain('2 of 232 rows were tested.')
  expect(lines).toContain(`| ${backed} | ${contradicted} | ${unproven} |`)
  expect(lines).toContain('| situation | 1, of these 0 judged by a number |')
})

test('rows that need the player were not tested', () => {
  const { counts, ...rest } = sampleLedger()
  const verdicts = { ...counts.verdicts, 'needs-player': 6, 'not-run': counts.verdicts['not-run'] - 6 }
  expect(ledgerInMarkdown({ ...rest, counts: { ...counts, verdicts } })).toContain(
    '2 of 232 rows were tested.',
  )
})

test('why the ledger fails the run is quoted', () => {
  const problem = {
    kind: 'untagged',
    code: null,
    scenarios: ['a'],
    message: 'a <b> has no tag.\nTag it.',
  } as const
  const lines = ledgerInMarkdown({ ...sampleLedger(), problems: [problem] })
  expect(lines.at(-1)).toBe('> **Problem**: a &lt;b> has no tag.\n> Tag it.')
})

test('each code that the app leaves unanswered is a row, whatever its tests are called', () => {
  const told = [{ via: 'event:deviceError', heard: false }]
  const lines = unhandledInMarkdown([
    { code: 1006006, title: 'A device was unplugged', told, tests: ['a | b <i>', 'c'] },
  ])
  expect(lines.at(-1)).toBe(
    '| 1006006 | A device was unplugged | event:deviceError: nobody listens | a \\| b &lt;i><br>c |',
  )
  expect(unhandledInMarkdown([])).toEqual([])
})

test('summaries add up in the file that GitHub names, and go nowhere without one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'step-summary-'))
  const file = join(folder, 'summary.md')
  addToStepSummary(['a'], file)
  addToStepSummary([], file)
  addToStepSummary(['b'], file)
  expect(readFileSync(file, 'utf8')).toBe('a\n\nb\n\n')
  rmSync(folder, { recursive: true })
  expect(() => addToStepSummary(['a'], '')).not.toThrow()
})
