import { expect, test } from 'vitest'
import type { Ledger } from '../ledger.ts'
import { sampleLedger } from '../testing/sample-ledger.ts'
import { headerView } from './header-view.ts'

const text = (ledger: Ledger) => headerView(ledger).markup

test('a run that ended early says how many scenarios did not end, be it in their midst', () => {
  const { run, counts, ...rest } = sampleLedger()
  const outcomes = { ...counts.outcomes, interrupted: 1, 'not-run': 2 }
  const early = { ...rest, run: { ...run, complete: false }, counts: { ...counts, outcomes } }
  expect(text(early)).toContain('The run ended early: 3 of 3 scenarios did not end.')
  expect(text(sampleLedger())).not.toContain('ended early')
})

test('the code that a problem begins with leads to its row, any other text stays as it is', () => {
  const problem = (code: number | null, message: string) =>
    text({ ...sampleLedger(), problems: [{ kind: 'untagged', code, scenarios: [], message }] })
  expect(problem(1006006, '1006006 is wrong')).toMatch(/href="#1006006">1006006<\/a> is wrong</)
  expect(problem(1006006, 'Tag @1006006 is wrong')).toContain('>Tag @1006006 is wrong<')
  expect(problem(null, 'null and void')).toContain('>null and void<')
})
