import { expect, test } from 'vitest'
import { codes, evidenceClasses, reactions, sections } from '../codes/index.ts'
import { buildLedger } from './build-ledger.ts'
import schema from './ledger.schema.json' with { type: 'json' }
import { type Ran, scenarioOutcomes } from './run/ran.ts'
import { violations } from './testing/json-schema.ts'
import { sampleRecord } from './testing/sample-run.ts'
import { sampleRecorded, sampleVersionsRun } from './testing/sample-versions.ts'
import { verdicts } from './verdict/verdict.ts'
import { joinVersions } from './versions/join-versions.ts'

const passed: Ran = {
  id: 'a.spec.ts › unplugged',
  file: 'a.spec.ts',
  line: 3,
  title: 'unplugged',
  project: null,
  tags: ['@1006006', '@1'],
  repeat: 0,
  outcome: 'passed',
  startedAt: 800,
  durationMs: 900,
  error: null,
  record: sampleRecord(1006006, { reaction: 'Check your camera' }),
}
const waiting: Ran = { ...passed, id: 'b', tags: [], outcome: 'not-run', startedAt: null, record: undefined }
const run = {
  status: 'passed',
  complete: false,
  whole: false,
  measured: { startedAt: '2026-01-01', durationMs: 1 },
} as const
const ledger = buildLedger([passed, waiting], { run, othersExist: () => false })

test('a ledger is what its schema says', () => {
  expect(violations(schema, JSON.parse(JSON.stringify(ledger)))).toEqual([])
})

test('so is one that builds of the SDK are joined into', () => {
  const joined = joinVersions(ledger, sampleRecorded, sampleVersionsRun)
  expect(violations(schema, JSON.parse(JSON.stringify(joined)))).toEqual([])
  expect(joined.versions?.drift).not.toEqual([])
})

test('the schema allows nothing else', () => {
  const [row] = ledger.rows
  const wrong = {
    ...ledger,
    extra: 1,
    rows: [{ ...row, evidence: 'proven', code: '7' }],
    problems: undefined,
    versions: { ...joinVersions(ledger, sampleRecorded, undefined).versions, newest: 3 },
  }
  expect(violations(schema, wrong)).toEqual([
    'problems is missing',
    'rows[0].code should be integer, but is "7"',
    'rows[0].evidence should be one of reproduced, surfaced-otherwise, superseded, not-on-web, untested, but is "proven"',
    'versions.newest should be string, but is 3',
    'extra is not in the schema',
  ])
})

test('the schema knows every word of the vocabularies, and no other', () => {
  const { row, scenario } = schema.$defs
  expect(row.properties.evidence.enum).toEqual(Object.keys(evidenceClasses))
  expect(row.properties.verdict.enum).toEqual(Object.keys(verdicts))
  expect(row.properties.reaction.enum).toEqual(Object.keys(reactions))
  expect(row.properties.section.enum).toEqual(sections.map(({ id }) => id))
  expect(scenario.properties.outcome.enum).toEqual([...scenarioOutcomes])
})

test('every documented row is in the ledger, in order', () => {
  expect(ledger.rows.map(({ code }) => code)).toEqual(codes.map(({ code }) => code))
})
