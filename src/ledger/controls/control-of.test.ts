import { expect, test } from 'vitest'
import type { Ran } from '../run/ran.ts'
import { sampleRan } from '../testing/sample-ledger.ts'
import { sampleRecord } from '../testing/sample-run.ts'
import { controlOf, worstOfEach } from './control-of.ts'

const missed = { code: 1006006, negated: false, passed: false, at: 1 } as const
const held = { code: 1103041, via: 'event', negated: false, passed: true, at: 2 } as const
const off = sampleRecord(1006006, { injection: 'off', receipts: [], surfaced: [], claims: [missed] })
const red = { outcome: 'failed', error: 'expect(zego).toSurface(1006006)', record: off } as const

test('red is a scenario that failed at toSurface', () => {
  expect(controlOf(control(red))).toMatchObject({ outcome: 'red', why: null })
})

test('what was skipped for want of the player is exempt, and says so', () => {
  expect(controlOf(control({ outcome: 'skipped', lacks: 'player' }))).toMatchObject({
    outcome: 'exempt',
    why: expect.stringContaining("Needs the vendor's player"),
  })
  expect(controlOf(control({ outcome: 'skipped' })).outcome).toBe('not-run')
})

test('words that were not heard make it red, too', () => {
  const words = [{ words: 'publisher already exist', passed: false, at: 1 }]
  const record = { ...off, claims: [], words }
  expect(controlOf(control({ ...red, error: 'The SDK did not say', record })).outcome).toBe('red')
})

test('red says which codes were missed, each once', () => {
  const record = { ...off, claims: [missed, missed, { ...missed, code: 1103041 }] }
  expect(controlOf(control({ ...red, record })).missed).toEqual([1006006, 1103041])
})

test('that a call ended well without its fault is no claim that held', () => {
  const record = { ...off, claims: [missed, { ...held, code: 0 }] }
  expect(controlOf(control({ ...red, record })).outcome).toBe('red')
})

test('a claim or a reaction that holds without its fault proves nothing', () => {
  expect(controlOf(control({ ...red, record: { ...off, claims: [missed, held] } }))).toMatchObject({
    outcome: 'green',
    why: expect.stringContaining('fault: 1103041 via event'),
  })
  const reactions = [{ code: 1006006, where: 'app', passed: true, at: 3 }] as const
  expect(controlOf(control({ ...red, record: { ...off, reactions } }))).toMatchObject({
    outcome: 'green',
    why: expect.stringContaining('the reaction to 1006006'),
  })
})

test('a negated claim that failed makes it red, too', () => {
  const record = { ...off, claims: [{ ...missed, negated: true }] }
  expect(controlOf(control({ ...red, error: 'expect(zego).not.toSurface(1)', record })).outcome).toBe('red')
})

test.for([
  ['passed', { outcome: 'passed' }, 'green', 'proves nothing'],
  [
    'timed out',
    { outcome: 'timedOut', error: 'Test timeout' },
    'wrong-reason',
    'Timed out instead of failing',
  ],
  ['was skipped', { outcome: 'skipped' }, 'not-run', 'skipped'],
  ['never started', { outcome: 'not-run' }, 'not-run', 'not-run'],
  ['left no record', { record: undefined }, 'wrong-reason', 'left no record'],
  ['left a broken record', { unreadable: 'it is not JSON' }, 'wrong-reason', 'it is not JSON'],
  ['ran with its faults', { record: { ...off, injection: 'on' } }, 'wrong-reason', "faultInjection 'on'"],
  ['failed elsewhere', { error: 'no button', record: { ...off, claims: [] } }, 'wrong-reason', 'no button'],
] as const)('a scenario that %s is not', ([, changes, outcome, words]) => {
  const { why, ...judged } = controlOf(control({ ...red, ...changes }))
  expect(judged.outcome).toBe(outcome)
  expect(why).toContain(words)
})

test.for([
  ['asks for no fault and passes', { outcome: 'passed' }, 'exempt', 'asks for no fault'],
  ['asks for no fault and fails', { error: 'no button' }, 'wrong-reason', 'no fault was left out: no button'],
  ['passes without its fault', { outcome: 'passed', leftOut: ['http.silence'] }, 'green', 'proves nothing'],
  ['fails without its fault', { leftOut: ['http.silence'] }, 'red', ''],
  [
    'hangs without its fault',
    { outcome: 'timedOut', leftOut: ['http.silence'] },
    'wrong-reason',
    'instead of',
  ],
] as const)('a scenario about no code that %s', ([, changes, outcome, words]) => {
  const { leftOut, ...rest } = { leftOut: [] as readonly string[], ...changes }
  const record = { ...off, claims: [], leftOut }
  const { why, ...judged } = controlOf(control({ ...red, tags: ['@no-code'], record, ...rest }))
  expect(judged.outcome).toBe(outcome)
  expect(why ?? '').toContain(words)
})

test('of repeated runs, the one furthest from red counts', () => {
  const runs = [control(red), control({ ...red, outcome: 'passed', repeat: 1 })].map(controlOf)
  expect(worstOfEach(runs)).toMatchObject([{ outcome: 'green' }])
  expect(worstOfEach(runs.toReversed())).toMatchObject([{ outcome: 'green' }])
})

function control(changes: Partial<Ran>): Ran {
  return sampleRan('device/device-unplugged', 'unplugged', '@1006006', changes)
}

test('one that left no record is not exempt, and one of a row is not about no code, whatever else it is tagged', () => {
  const tags = ['@no-code']
  expect(controlOf(control({ ...red, tags, outcome: 'passed', record: undefined })).outcome).toBe('green')
  const both = ['@no-code', '@1006006']
  const record = { ...off, claims: [], leftOut: ['device.unplug'] }
  expect(controlOf(control({ ...red, tags: both, record }))).toMatchObject({
    outcome: 'wrong-reason',
    why: expect.stringContaining('before any toSurface was missed'),
  })
})

test('a code that stays away without the fault is no claim that held', () => {
  const record = { ...off, claims: [missed, { ...held, negated: true }] }
  expect(controlOf(control({ ...red, record })).outcome).toBe('red')
})
