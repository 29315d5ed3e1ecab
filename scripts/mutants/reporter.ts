import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { idOf } from '../../scenarios/mutants/plan.ts'
import { metAnnotation } from '../../scenarios/mutants/test.ts'
import { type RunRecord, readRecord, recordAttachment } from '../../src/ledger/run/record.ts'

/** How a scenario went with the mutants of one round. */
export interface Run {
  readonly round: string
  readonly scenario: string
  readonly status: TestResult['status']
  readonly error: string
  readonly durationMs: number
  /** Codes whose reaction, or whose end, was not as asserted. */
  readonly missed: readonly number[]
  /** Places of mutants that the app came to. */
  readonly met: readonly string[]
}

const root = join(import.meta.dirname, '../..')

/** Writes each run as one line of JSON, for whoever judges. */
export default class MutantsReporter implements Reporter {
  onTestEnd(test: TestCase, result: TestResult): void {
    const [, round = '', , ...titles] = test.titlePath()
    if (result.status === 'skipped') return
    const run: Run = {
      round,
      scenario: idOf(root, test.location.file, titles),
      status: result.status,
      error: stripVTControlCharacters(result.errors[0]?.message ?? '').slice(0, 600),
      durationMs: result.duration,
      missed: missedIn(recordOf(result)),
      met: result.annotations
        .filter(({ type }) => type === metAnnotation)
        .map(({ description = '' }) => description),
    }
    appendFileSync(process.env.ZEGO_MUTANTS_RUNS ?? '', `${JSON.stringify(run)}\n`)
  }

  onError({ message = '' }: { message?: string }): void {
    console.error(message)
  }
}

function missedIn(record: RunRecord | undefined): readonly number[] {
  return (record?.reactions ?? []).flatMap(({ code, passed }) => (passed ? [] : [code]))
}

function recordOf({ attachments }: TestResult): RunRecord | undefined {
  const body = attachments.find(({ name }) => name === recordAttachment)?.body
  return body && readRecord(body)
}
