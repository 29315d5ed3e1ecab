import { expect, test } from 'vitest'
import { type Evidence, lookup } from '../../codes/index.ts'
import type { Claim } from '../../observe/claim.ts'
import { groupRuns } from '../run/ran.ts'
import type { RunRecord } from '../run/record.ts'
import { sampleRan } from '../testing/sample-ledger.ts'
import { sampleRecord, seen } from '../testing/sample-run.ts'
import { countProofs } from './count-proofs.ts'
import { type Arrival, isHeard, proofsOf } from './proofs.ts'

const code = 1006006
const other = 1106010
const at = 1_040
const unplug = sampleRecord(code).receipts

test('what a run proves of a row', () => {
  expect(proofs({})).toEqual({
    situation: ['device'],
    means: 'real',
    clock: false,
    channels: [{ code, via: 'event:deviceError', ended: null }],
    reaction: null,
    recovery: { promised: true, seen: null },
    control: 'not-run',
  })
})

test('a call says how it ended', () => {
  const observation = { ...seen(code), channel: 'api', name: 'createStream', outcome: 'resolved' } as const
  const claims = [{ code, negated: false, passed: true, at, observation }]
  expect(proofs({ claims }).channels).toEqual([{ code, via: 'api:createStream', ended: 'resolved' }])
})

test.for([
  ['in the app', [shown('bare-page'), shown('app')], 'app'],
  ['on the bare page', [shown('bare-page')], 'bare-page'],
  ['nowhere, for the matcher failed', [{ ...shown('app'), passed: false }], null],
  ['nowhere, for it was that of another code', [{ ...shown('app'), code: other }], null],
] as const)('a reaction is shown %s', ([, reactions, where]) => {
  expect(proofs({ reactions }).reaction).toBe(where)
})

test('a recovery is its end', () => {
  const recoveries = [
    { code, where: 'app', passed: true, at, by: 'device.plug', end: 'frames flow' },
  ] as const
  expect(proofs({ recoveries }).recovery).toEqual({ promised: true, seen: 'frames flow' })
})

test('of a row that something else comes in place of, that is what arrives and is reacted to', () => {
  const claims: readonly Claim[] = [
    { code: other, negated: false, passed: true, at: 1_030, observation: seen(other) },
    { code, negated: true, passed: true, at },
  ]
  const reactions = [{ ...shown('app'), code: other }]
  const proven = proofs({ claims, reactions, surfaced: [] }, 'superseded')
  expect(proven).toMatchObject({ channels: [{ code: other }], reaction: 'app', situation: ['device'] })
})

test('the clock is told apart from a patch, and the scenario that patches least stands', () => {
  const clock = { fault: 'time.advance', means: 'patched', at: 1_010, evidence: {} } as const
  expect(proofs({ receipts: [...unplug, clock] })).toMatchObject({ means: 'real', clock: true })
  const patched = { fault: 'device.busy', means: 'patched', at: 1_000, evidence: {} } as const
  expect(proofs({ receipts: [patched] }).means).toBe('patched')
})

test('of several scenarios the one that patches least stands, and the most real reaction', () => {
  const clock = { fault: 'time.advance', means: 'patched', at: 1_010, evidence: {} } as const
  const patched = { fault: 'device.busy', means: 'patched', at: 1_000, evidence: {} } as const
  const wired = { fault: 'network.cut', means: 'wire', at: 1_001, evidence: {} } as const
  expect(proofs({ receipts: [patched] }, 'reproduced', { receipts: [wired] }).means).toBe('wire')
  expect(proofs({ receipts: [...unplug, clock] }, 'reproduced', {})).toMatchObject({
    means: 'real',
    clock: false,
  })
  expect(proofs({ receipts: [wired, patched] }).means).toBe('patched')
  const bare = { reactions: [shown('bare-page')] }
  expect(proofs(bare, 'reproduced', { reactions: [shown('app')] }).reaction).toBe('app')
})

test('a situation of the cloud alone is made on the wire', () => {
  const refused = [{ name: 'LoginRoomRsp', code: 1105, by: 'state', at: 1_010 }] as const
  expect(proofs({ receipts: [], refused })).toMatchObject({
    situation: ['state'],
    means: 'wire',
    clock: false,
  })
})

test('what stays away elsewhere is no situation of a row that is reproduced', () => {
  const cut = { fault: 'network.cut', means: 'wire', at: 1_100, evidence: {} } as const
  const claims: readonly Claim[] = [
    ...sampleRecord(code).claims,
    { code: other, negated: false, passed: true, at: 1_130, observation: { ...seen(other), at: 1_120 } },
    { code, negated: true, passed: true, at: 1_150, via: 'api' },
  ]
  expect(proofs({ receipts: [...unplug, cut], claims })).toMatchObject({
    situation: ['device'],
    means: 'real',
  })
  const both = proofs({ receipts: [...unplug, cut], claims }, 'surfaced-otherwise')
  expect(both.situation).toEqual(['network', 'device'])
  expect(both.channels).toEqual([{ code, via: 'event:deviceError', ended: null }])
})

test('what only ZEGO hears of a code is no arrival of a row that says something else comes', () => {
  const claims: readonly Claim[] = [
    {
      code,
      via: 'telemetry',
      negated: false,
      passed: true,
      at: 1_025,
      observation: { ...seen(code), channel: 'telemetry' },
    },
    { code: other, negated: false, passed: true, at: 1_030, observation: seen(other) },
    { code, via: 'event', negated: true, passed: true, at },
  ]
  expect(proofs({ claims, surfaced: [] }, 'superseded').channels).toMatchObject([{ code: other }])
})

test('an app hears calls, events and errors, not the console', () => {
  const heard = (via: Arrival['via']) => isHeard([{ code, via, ended: null }])
  expect(heard('api:loginRoom') && heard('event:deviceError') && heard('pageerror:Error')).toBe(true)
  expect(heard('console:error') || heard('telemetry:/sdk/init')).toBe(false)
})

test('the counts are of rows that are borne out', () => {
  const row = { verdict: 'backed', needs: null, proofs: { ...proofs({}), control: 'red' } } as const
  const counts = countProofs([row, { ...row, verdict: 'unproven' }])
  expect(counts).toMatchObject({
    situation: 1,
    channel: 1,
    control: 1,
    recovery: { promised: 2, seen: 0, kept: 0 },
  })
  expect(counts.judges).toMatchObject({ device: 1, number: 0 })
  expect(counts.means).toEqual({ real: 1, wire: 0, patched: 0 })

  const outOfReach = { ...row, needs: 'player', verdict: 'not-run' } as const
  expect(countProofs([row, outOfReach]).recovery.promised).toBe(1)
})

function shown(where: 'app' | 'bare-page') {
  return { code, where, passed: true, at } as const
}

function proofs(
  changes: Partial<RunRecord>,
  evidence: Evidence = 'reproduced',
  ...others: readonly Partial<RunRecord>[]
) {
  const scenarios = groupRuns(
    [changes, ...others].map((each, index) =>
      sampleRan(`x${index}`, 'x', `@${code}`, { record: sampleRecord(code, each) }),
    ),
  )
  return proofsOf({ ...lookup(code), evidence }, scenarios)
}

test('a row is counted once, by its most real judge, and a way back that nobody promised is not kept', () => {
  const proven = proofs({})
  const back = { promised: false, seen: 'frames flow' }
  const row = {
    verdict: 'backed',
    needs: null,
    proofs: { ...proven, situation: ['device', 'number'], recovery: back, control: 'exempt' },
  } as const
  expect(countProofs([row])).toMatchObject({
    judges: { device: 1, number: 0 },
    recovery: { promised: 0, seen: 1, kept: 0 },
    control: 0,
  })
})
