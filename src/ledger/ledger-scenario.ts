import type { LedgerScenario } from './ledger.ts'
import { type Scenario, taggedCodes } from './run/ran.ts'
import type { RunRecord } from './run/record.ts'

/** A scenario as it stands in the ledger: what its worst run did, before controls and files are joined in. */
export function ledgerScenario({ id, tags, outcome, runs }: Scenario): LedgerScenario {
  const [worst] = runs
  const { record, startedAt } = worst
  return {
    id,
    file: worst.file,
    line: worst.line,
    title: worst.title,
    project: worst.project,
    tags,
    codes: taggedCodes(tags),
    outcome,
    runs: runs.length,
    receipts: receipts(record),
    claims: claims(record),
    reactions: (record?.reactions ?? []).map(({ code, where, passed, shown }) => ({
      code,
      where,
      passed,
      shown: shown ?? null,
    })),
    recoveries: (record?.recoveries ?? []).map(({ code, where, passed, by, end }) => ({
      code,
      where,
      passed,
      by,
      end,
    })),
    surfaced: surfaced(record),
    reaction: record?.reaction ?? null,
    control: 'not-run',
    measured: {
      startedAt: startedAt === null ? null : new Date(startedAt).toISOString(),
      durationMs: worst.durationMs,
      error: worst.error,
      screenshot: null,
      trace: null,
    },
  }
}

function receipts(record: RunRecord | undefined): LedgerScenario['receipts'] {
  const all = record?.receipts ?? []
  return all.map(({ fault, means, why, at, evidence }) => ({
    fault,
    means,
    why: why ?? null,
    measured: { afterFirstMs: at - (all[0]?.at ?? at), evidence },
  }))
}

function claims(record: RunRecord | undefined): LedgerScenario['claims'] {
  return (record?.claims ?? []).map(({ code, via, negated, passed, at, shown, where }) => ({
    code,
    via: via ?? null,
    negated,
    passed,
    shown: shown ?? null,
    where: where ?? null,
    measured: { afterFaultMs: afterFault(record, at) },
  }))
}

function surfaced(record: RunRecord | undefined): LedgerScenario['surfaced'] {
  return (record?.surfaced ?? [])
    .toSorted((a, b) => a.code - b.code || (a.via < b.via ? -1 : 1))
    .map(({ code, via, at, payload }) => ({
      code,
      via,
      measured: { afterFaultMs: afterFault(record, at), payload },
    }))
}

/** Time since the last fault that came before: the one that it may be the effect of. */
function afterFault(record: RunRecord | undefined, at: number): number | null {
  const before = (record?.receipts ?? []).filter((receipt) => receipt.at <= at)
  const last = before.at(-1)
  return last ? at - last.at : null
}
