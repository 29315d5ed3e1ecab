import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ControlOutcome, Controls } from './controls/controls.ts'
import type { Ledger } from './ledger.ts'
import { ReportFolder } from './report-folder.ts'
import type { Ran } from './run/ran.ts'
import { sampleLedger, sampleRan } from './testing/sample-ledger.ts'
import { sampleRecorded, sampleVersionsRun } from './testing/sample-versions.ts'
import { recordedVersionsFile } from './versions/versions.ts'

let base = ''
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'report-folder-'))
})
afterEach(() => rmSync(base, { recursive: true }))

test('a project without a versions run and a record has no such part', () => {
  expect(report().write(sampleLedger(), []).versions).toBeNull()
  expect(page()).not.toContain('id="sdk-versions"')
})

test('what is recorded of builds joins the ledger and its page', () => {
  record()
  expect(report().write(sampleLedger(), []).versions).toMatchObject({
    newest: '3.10.0',
    measured: { startedAt: null },
  })
  expect(page()).toContain('id="sdk-versions"')
})

test('a versions run joins the ledger that is there, and every one after it', () => {
  record()
  report().write(sampleLedger(), [])
  report().writeVersions(sampleVersionsRun)
  const { startedAt } = sampleVersionsRun.measured
  expect(ledger().versions?.measured).toEqual({ startedAt })
  expect(report().write(sampleLedger(), []).versions?.measured).toEqual({ startedAt })
})

test('a versions run before any other leaves its file alone', () => {
  report().writeVersions(sampleVersionsRun)
  expect(existsSync(join(base, 'ledger-report/versions.json'))).toBe(true)
  expect(existsSync(report().page)).toBe(false)
})

test('controls join the ledger that is there, and every one after it: a row has the worst of those that bear it out', () => {
  const [unplugged, ...others] = sampleLedger().scenarios.toSorted((a) =>
    a.codes.includes(1006006) ? -1 : 1,
  )
  const control = (outcome: ControlOutcome): Controls => ({
    schema: 1,
    status: 'passed',
    scenarios: [
      { id: unplugged?.id ?? '', outcome, why: null, missed: [], measured: { durationMs: 1 } },
      { id: others[0]?.id ?? '', outcome: 'green', why: null, missed: [], measured: { durationMs: 1 } },
    ],
    measured: { startedAt: '', durationMs: 1 },
  })
  expect(report().writeControls(control('red'))).toBeUndefined()
  const first = report().write(sampleLedger(), [])
  const controlOf = ({ rows }: Ledger) => rows.find(({ code }) => code === 1006006)?.proofs.control
  expect([controlOf(first), first.counts.proofs.control]).toEqual(['red', 1])
  const joined = report().writeControls(control('wrong-reason'))
  expect(joined && [controlOf(joined), joined.counts.proofs.control]).toEqual(['wrong-reason', 0])
  expect(joined?.scenarios.map((each) => each.control).toSorted()).toEqual([
    'green',
    'not-run',
    'wrong-reason',
  ])
  expect(controlOf(report().write(sampleLedger(), []))).toBe('wrong-reason')
})

test('of two scenarios that bear a row out, the worse control is the row’s, and one that was not met is no red one', () => {
  const whole = sampleLedger()
  const [one, two, three] = whole.scenarios.map(({ id }) => id)
  const rows = whole.rows.map((row) =>
    row.code === 1006006 ? { ...row, backing: [one, two] as string[] } : row,
  )
  const control = (id: string | undefined, outcome: ControlOutcome) => ({
    ...{ id: id ?? '', outcome, why: null, missed: [], measured: { durationMs: 1 } },
  })
  const worst = (...scenarios: ReturnType<typeof control>[]) => {
    const controls = {
      schema: 1,
      status: 'passed',
      scenarios,
      measured: { startedAt: '', durationMs: 1 },
    } as const
    report().write({ ...whole, rows }, [])
    return report()
      .writeControls(controls)
      ?.rows.find(({ code }) => code === 1006006)?.proofs.control
  }
  expect(worst(control(one, 'red'), control(two, 'green'), control(three, 'red'))).toBe('green')
  expect(worst(control(one, 'wrong-reason'), control(two, 'red'))).toBe('wrong-reason')
  expect(worst(control(one, 'red'))).toBe('not-run')
  expect(worst(control(one, 'red'), control(two, 'red'), control(three, 'green'))).toBe('red')
})

test('a report has the pictures and traces of its own run, and of the worst of several', () => {
  const folder = join(base, 'ledger-report')
  const [scenario] = sampleLedger().scenarios
  const ran = (repeat: number, outcome: Ran['outcome'], picture: string) =>
    sampleRan('x', 'x', '@1006006', {
      ...{ id: scenario?.id ?? '', repeat, outcome, screenshot: Buffer.from(picture) },
    })
  const worse = scenario?.outcome ?? 'passed'
  const better = worse === 'passed' ? 'skipped' : 'passed'
  const { scenarios } = report().write(sampleLedger(), [ran(0, better, 'another'), ran(1, worse, 'this')])
  const place = scenarios[0]?.measured.screenshot ?? ''
  expect(readFileSync(join(folder, place), 'utf8')).toBe('this')
  report().write(sampleLedger(), [])
  expect(existsSync(join(folder, place))).toBe(false)
})

test('what a run proves is left where it was whole', () => {
  report().write(sampleLedger(), [])
  expect(existsSync(join(base, 'ledger-report/proofs.json'))).toBe(false)
  const { run, ...rest } = sampleLedger()
  report().write({ ...rest, run: { ...run, whole: true } }, [])
  expect(existsSync(join(base, 'ledger-report/proofs.json'))).toBe(true)
})

function report(): ReportFolder {
  return new ReportFolder(join(base, 'ledger-report'), base)
}

function record(): void {
  mkdirSync(join(base, 'versions'))
  writeFileSync(join(base, recordedVersionsFile), JSON.stringify(sampleRecorded))
}

function ledger(): Ledger {
  return JSON.parse(readFileSync(join(base, 'ledger-report/ledger.json'), 'utf8'))
}

function page(): string {
  return readFileSync(report().page, 'utf8')
}
