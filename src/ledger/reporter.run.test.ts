import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Controls } from './controls/controls.ts'
import type { Ledger } from './ledger.ts'
import { jpeg, SampleProject, sampleRecord } from './testing/sample-run.ts'
import { sampleRecorded } from './testing/sample-versions.ts'
import { recordedVersionsFile } from './versions/versions.ts'
import { withoutMeasured } from './without-measured.ts'

const longEnough = 120_000
const control = { injection: 'off', receipts: [], surfaced: [] } as const

let project = new SampleProject()
afterEach(() => {
  project.dispose()
  project = new SampleProject()
})

test(
  'what is wrong with a run is said, and fails it',
  async () => {
    project.write('room.spec.ts', [
      { title: 'mistyped', tags: ['@1002666'], record: sampleRecord(1002666) },
      { title: 'untagged', tags: [], record: sampleRecord(1002001) },
      { title: 'bare', tags: ['@no-code'] },
    ])
    const { code, output } = await project.run(['test'])
    expect(code).toBe(1)
    expect(output).toContain('3 passed')
    expect(output).toContain('Tag @1002666 of room.spec.ts › mistyped names no documented code')
    expect(output).toContain('room.spec.ts › untagged has no tag of a row')
    expect(output).toContain('room.spec.ts › bare passed but left no record')
    expect(ledger()).toMatchObject({
      run: { status: 'failed', complete: true },
      sdks: ['3.12.0'],
      versions: null,
    })
  },
  longEnough,
)

test(
  'tests without a tag are left out, unless that is an error',
  async () => {
    project.dispose()
    project = new SampleProject({})
    project.write('room.spec.ts', [
      { title: 'of the app', tags: [] },
      { title: 'kicked out', tags: ['@1002055'], record: sampleRecord(1002055) },
    ])
    const { code } = await project.run(['test'])
    expect(code).toBe(0)
    expect(ledger().scenarios.map(({ id }) => id)).toEqual(['room.spec.ts › kicked out'])
  },
  longEnough,
)

test(
  'a run that ended early is said to have',
  async () => {
    project.write('room.spec.ts', [
      { title: 'first', tags: ['@1002001'], record: sampleRecord(1002001), fails: 'no' },
      { title: 'second', tags: ['@1002001'], record: sampleRecord(1002001) },
    ])
    const { code, output } = await project.run(['test', '-x'])
    expect(code).toBe(1)
    expect(output).toContain('The run ended early: 1 of 2 scenarios did not end.')
    expect(ledger()).toMatchObject({
      run: { status: 'failed', complete: false },
      scenarios: [{ outcome: 'failed' }, { outcome: 'not-run' }],
    })
    expect(ledger().rows.find((row) => row.code === 1002001)?.verdict).toBe('unproven')
  },
  longEnough,
)

test(
  'sharded three ways and merged, the ledger equals the unsharded one',
  async () => {
    for (const [index, code] of [1002001, 1002034, 1006006, 1009002, 0].entries())
      project.write(`s${index}.spec.ts`, [
        { title: 'one', tags: [`@${code}`], record: sampleRecord(code), picture: true },
        { title: 'two', tags: [`@${code}`], record: sampleRecord(code), ...(code === 0 && { fails: 'no' }) },
      ])
    mkdirSync(join(project.folder, 'versions'))
    writeFileSync(join(project.folder, recordedVersionsFile), JSON.stringify(sampleRecorded))
    await project.run(['test'])
    const whole = ledger()
    expect(whole.versions?.newest).toBe('3.10.0')

    for (const shard of [1, 2, 3])
      await project.run(['test', '--shard', `${shard}/3`, '--reporter', 'blob'], {
        PLAYWRIGHT_BLOB_OUTPUT_FILE: `blobs/${shard}.zip`,
      })
    const { code, output } = await project.run(['merge-reports', '-c', 'playwright.config.ts', 'blobs'])
    expect(code).toBe(0)
    expect(output).toContain('5 of 232 rows tested')
    expect(withoutMeasured(ledger())).toEqual(withoutMeasured(whole))
    expect(ledger().run.measured).not.toEqual(whole.run.measured)
    expect(whole.scenarios).toHaveLength(10)
    const { screenshot } = ledger().scenarios[0]?.measured ?? {}
    expect(readFileSync(join(project.folder, 'ledger-report', screenshot ?? ''))).toEqual(jpeg)
    const page = readFileSync(join(project.folder, 'ledger-report/index.html'), 'utf8')
    expect(page).toContain(`data:image/jpeg;base64,${jpeg.toString('base64')}`)
  },
  longEnough,
)

test(
  'a wrong claim fails the merge of its shards, too',
  async () => {
    project.write('room.spec.ts', [
      { title: 'another code', tags: ['@1002001'], record: sampleRecord(1002034) },
      { title: 'right', tags: ['@1002034'], record: sampleRecord(1002034) },
    ])
    for (const shard of [1, 2])
      await project.run(['test', '--shard', `${shard}/2`, '--reporter', 'blob'], {
        PLAYWRIGHT_BLOB_OUTPUT_FILE: `blobs/${shard}.zip`,
      })
    const { code, output } = await project.run(['merge-reports', '-c', 'playwright.config.ts', 'blobs'])
    expect(output).toContain('1002001')
    expect(code).toBe(1)
  },
  longEnough,
)

test(
  'listing scenarios leaves the report of the last run alone',
  async () => {
    project.write('room.spec.ts', [{ title: 'one', tags: ['@1002001'], record: sampleRecord(1002001) }])
    await project.run(['test'])
    const before = ledger()
    const { code } = await project.run(['test', '--list'])
    expect(code).toBe(0)
    expect(ledger()).toEqual(before)
  },
  longEnough,
)

test(
  'controls pass when every scenario is red at toSurface, and join the ledger',
  async () => {
    const missed = { code: 1006006, negated: false, passed: false, at: 1 }
    const red = { ...sampleRecord(1006006), ...control, claims: [missed] }
    const happy = { title: 'happy', tags: ['@no-code'], record: sampleRecord(1006006) }
    project.write('a.spec.ts', [{ title: 'red', tags: ['@1006006'], record: sampleRecord(1006006) }, happy])
    await project.run(['test'])
    project.write('a.spec.ts', [
      { title: 'red', tags: ['@1006006'], record: red, fails: 'expect(zego).toSurface(1006006)' },
      happy,
    ])
    const { code, output } = await project.run(['test', '-c', 'controls.config.ts'])
    expect(output).toContain('\n1 passed, 0 failed\n')
    expect(output).toContain('exempt a.spec.ts › happy')
    expect(code).toBe(0)
    expect(ledger().scenarios.map((scenario) => scenario.control)).toEqual(['exempt', 'red'])
  },
  longEnough,
)

test(
  'controls fail for a scenario that stays green, or is red for another reason',
  async () => {
    const record = { ...sampleRecord(1006006), ...control, claims: [] }
    project.write('a.spec.ts', [
      { title: 'green', tags: ['@1006006'], record },
      { title: 'lost', tags: ['@1006006'], record, fails: 'no button named Join' },
      { title: 'crashed', tags: ['@1006006'], crashes: 'FATAL ERROR: heap out of memory\n' },
    ])
    const { code, output } = await project.run(['test', '-c', 'controls.config.ts'])
    expect(output).toContain('worker process exited unexpectedly (code=null, signal=SIGABRT)')
    expect(output).toContain('FATAL ERROR: heap out of memory')
    expect(output).toContain('GREEN  a.spec.ts › green')
    expect(output).toContain('Failed before any toSurface was missed: Error: no button named Join')
    expect(output).toContain('\n0 passed, 3 failed\n')
    expect(code).toBe(1)
    expect(controls()).toMatchObject({
      status: 'failed',
      scenarios: [{ outcome: 'wrong-reason' }, { outcome: 'green' }, { outcome: 'wrong-reason' }],
    })
    const listed = await project.run(['test', '-c', 'controls.config.ts', '--list'])
    expect(listed).toMatchObject({ code: 0, output: expect.stringContaining('\n  a.spec.ts › green\n') })
    expect(controls()).toMatchObject({ status: 'failed' })
  },
  longEnough,
)

function ledger(): Ledger {
  return JSON.parse(readFileSync(join(project.folder, 'ledger-report/ledger.json'), 'utf8'))
}

function controls(): Controls {
  return JSON.parse(readFileSync(join(project.folder, 'ledger-report/controls.json'), 'utf8'))
}
