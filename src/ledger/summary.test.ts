import { expect, test } from 'vitest'
import { summary } from './summary.ts'
import { sampleLedger } from './testing/sample-ledger.ts'

test('the last line says how much was tested, and where to read on', () => {
  const report = 'ledger-report/index.html'
  expect(summary(sampleLedger(), report).at(-1)).toBe(
    `Ledger: 2 of 232 rows tested: 1 backed, 0 contradicted, 1 unproven (1102016). Open ${report}`,
  )
})

test('no more unproven rows are named than anybody reads', () => {
  const { rows, ...rest } = sampleLedger()
  const many = rows.map((row, at) => ({ ...row, verdict: at < 6 ? ('unproven' as const) : row.verdict }))
  expect(summary({ ...rest, rows: many }, '').at(-1)).not.toContain('(')
})

test('a part of the scenarios says nothing of the rows it did not meet, and the proofs have a line', () => {
  const lines = summary(sampleLedger(), '')
  expect(lines).toContain('Some of the scenarios only: 230 rows were not met, so nothing is said of them.')
  expect(lines.at(-2)).toContain('Proofs: situation of 1 rows (0 judged by a number); 1 without a patch')
})

test('problems are numbered', () => {
  const problem = {
    kind: 'untagged',
    code: null,
    scenarios: ['a'],
    message: 'a has no tag.\nTag it.',
  } as const
  const lines = summary({ ...sampleLedger(), problems: [problem] }, '')
  expect(lines.join('\n')).toContain('Ledger problem 1 of 1:\n  a has no tag.\n  Tag it.')
})

test('where a test failed, the page that explains the errors is named', () => {
  const { counts, ...rest } = sampleLedger()
  const failing = (failed: number) => ({
    ...rest,
    counts: { ...counts, outcomes: { ...counts.outcomes, failed } },
  })
  const line = expect.stringMatching(/^What the errors mean .*: docs\/troubleshooting\.md$/)
  expect(summary(failing(1), '')).toContainEqual(line)
  expect(summary(failing(0), '')).not.toContainEqual(line)
})

test('runs that ended early and flaky scenarios are said', () => {
  const { run, counts, scenarios, ...rest } = sampleLedger()
  const lines = summary(
    {
      ...rest,
      run: { ...run, complete: false },
      counts: { ...counts, outcomes: { ...counts.outcomes, flaky: 1 } },
      scenarios: scenarios.map((scenario) => ({ ...scenario, outcome: 'not-run' })),
    },
    '',
  )
  expect(lines).toContain('The run ended early: 3 of 3 scenarios did not end.')
  expect(lines).toContain('1 scenario was flaky, which proves nothing.')
})

test('a scenario that was stopped did not end, and rows that need the player were not tested', () => {
  const { run, counts, scenarios, ...rest } = sampleLedger()
  const verdicts = { ...counts.verdicts, 'needs-player': 6, 'not-run': counts.verdicts['not-run'] - 6 }
  const [first, ...others] = scenarios.map((scenario) => ({ ...scenario, outcome: 'passed' as const }))
  const stopped = { ...first, outcome: 'interrupted' } as (typeof scenarios)[number]
  const lines = summary(
    {
      ...rest,
      run: { ...run, complete: false },
      counts: { ...counts, verdicts },
      scenarios: [stopped, ...others],
    },
    '',
  )
  expect(lines).toContain('The run ended early: 1 of 3 scenarios did not end.')
  expect(lines.at(-1)).toContain('2 of 232 rows tested')
  expect(lines.at(-2)).toMatch(/^6 more rows: Needs the vendor's player/)
})
