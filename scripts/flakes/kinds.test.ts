import { expect, test } from 'vitest'
import type { LedgerScenario } from '../../src/ledger/ledger.ts'
import { byKind, section } from './kinds.ts'

const scenario = (id: string, faults: readonly string[], changes: Partial<LedgerScenario> = {}) =>
  ({
    id,
    outcome: 'passed',
    runs: 20,
    receipts: faults.map((fault) => ({ fault })),
    ...changes,
  }) as LedgerScenario

test('each fault of each run counts for its kind', () => {
  const rows = byKind([
    scenario('a', ['network.cut', 'network.heal']),
    scenario('b', ['network.cut', 'device.unplug']),
  ])
  expect(rows).toEqual([
    { kind: 'device', runs: 20, injected: 20, failed: [] },
    { kind: 'network', runs: 40, injected: 60, failed: [] },
  ])
})

test('a failure counts for every kind that its scenario injects', () => {
  const rows = byKind([scenario('a', ['network.cut', 'device.unplug'], { outcome: 'timedOut' })])
  expect(rows.map(({ failed }) => failed)).toEqual([['a'], ['a']])
})

test('the table says what ran, how, and what failed', () => {
  const text = section([{ kind: 'network', runs: 20, injected: 60, failed: ['a'] }], {
    date: '2026-11-28',
    how: 'Slowly.',
  })
  expect(text).toContain('## 2026-11-28\n\nSlowly.\n')
  expect(text).toContain('| `network` | 20 | 60 | 1 | a |')
})
