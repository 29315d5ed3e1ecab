import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Ledger } from './ledger.ts'
import { ReportFolder } from './report-folder.ts'
import { sampleLedger } from './testing/sample-ledger.ts'
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
