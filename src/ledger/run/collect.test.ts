import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FullConfig, TestCase, TestResult } from '@playwright/test/reporter'
import { afterAll, expect, test } from 'vitest'
import { needs } from '../../codes/index.ts'
import { sampleRecord } from '../testing/sample-run.ts'
import { ran } from './collect.ts'
import { reactionAttachment, recordAttachment } from './record.ts'

const folder = mkdtempSync(join(tmpdir(), 'collect-'))
afterAll(() => rmSync(folder, { recursive: true }))

const config = { configFile: '/app/playwright.config.ts', rootDir: '/app/scenarios' } as FullConfig

const result = (changes: Partial<TestResult> = {}) =>
  ({
    status: 'passed',
    startTime: new Date(5_000),
    duration: 40,
    attachments: [],
    annotations: [],
    ...changes,
  }) as unknown as TestResult

const collected = (results: readonly TestResult[], outcome = 'expected', project = '') =>
  ran(
    {
      titlePath: () => ['', project, 'room.spec.ts', 'a room', 'is full'],
      location: { file: '/app/scenarios/room.spec.ts', line: 7, column: 1 },
      tags: ['@1002034'],
      repeatEachIndex: 0,
      annotations: [],
      results,
      outcome: () => outcome,
    } as unknown as TestCase,
    config,
  )

const attached = (...attachments: TestResult['attachments']) => collected([result({ attachments })])
const record = (code: number) => ({
  name: recordAttachment,
  contentType: 'application/json',
  body: Buffer.from(JSON.stringify(sampleRecord(code))),
})

test('a test is known by its project, file and titles', () => {
  expect(collected([result()])).toMatchObject({
    id: 'scenarios/room.spec.ts › a room › is full',
    file: 'scenarios/room.spec.ts',
    project: null,
    outcome: 'passed',
    startedAt: 5_000,
    durationMs: 40,
  })
  expect(collected([result()], 'expected', 'chrome').id).toBe(
    '[chrome] scenarios/room.spec.ts › a room › is full',
  )
})

test('the last of its results counts, unless it is flaky, which proves nothing', () => {
  const [failed, passed] = [result({ status: 'failed' }), result()]
  expect(collected([failed, passed], 'flaky').outcome).toBe('flaky')
  expect(collected([passed, failed], 'unexpected').outcome).toBe('failed')
  expect(collected([]).outcome).toBe('not-run')
})

test('what a test was skipped for is told by the sentence that it says', () => {
  const annotations = [{ type: 'skip', description: needs.player }]
  expect(collected([result({ status: 'skipped', annotations })]).lacks).toBe('player')
  expect(collected([result({ annotations })]).lacks).toBeUndefined()
  const other = [{ type: 'skip', description: 'Not today' }]
  expect(collected([result({ status: 'skipped', annotations: other })]).lacks).toBeUndefined()
})

test('an error is told by its first lines, without colours', () => {
  const error = { message: '\u001B[31mError\u001B[39m: one\n\ntwo\nthree\nfour' }
  expect(collected([result({ status: 'failed', error })]).error).toBe('Error: one\ntwo\nthree')
})

test('the last record counts, and one that cannot be read is told', () => {
  expect(attached(record(1), record(2)).record?.claims[0]?.code).toBe(2)
  expect(attached({ ...record(1), body: Buffer.from('{') })).toMatchObject({
    unreadable: expect.stringContaining('it is not JSON'),
  })
})

test('files that Playwright has deleted are as good as none', () => {
  const file = join(folder, 'there')
  writeFileSync(file, 'content')
  const trace = (path: string) => ({ name: 'trace', contentType: 'application/zip', path })
  const picture = (path: string) => ({ name: reactionAttachment, contentType: 'image/jpeg', path })
  expect(attached(trace(file), picture(file))).toMatchObject({
    trace: file,
    screenshot: Buffer.from('content'),
  })
  const gone = attached(trace(`${file}-not`), picture(`${file}-not`))
  expect(gone.trace).toBeUndefined()
  expect(gone.screenshot).toBeUndefined()
  expect(
    attached({ name: recordAttachment, contentType: 'application/json', path: `${file}-not` }),
  ).toMatchObject({
    unreadable: expect.stringContaining('cannot be read'),
  })
})
