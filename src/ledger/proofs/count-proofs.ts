import type { Means } from '../../faults/kit/receipt.ts'
import type { LedgerRow } from '../ledger.ts'
import { isHeard } from './proofs.ts'
import { judges, type SituationJudge } from './situation.ts'

/** How many rows have each of the six proofs. Rows that nothing bears out have none. */
export interface ProofCounts {
  /** Rows whose situation was made, and bore out what the row claims. */
  readonly situation: number
  /** Of these, by whoever decided; the most real one counts. */
  readonly judges: Readonly<Record<SituationJudge, number>>
  /** Of these, by how the situation was made. */
  readonly means: Readonly<Record<Means, number>>
  /** Of these, with the page's clock replaced. */
  readonly clock: number
  /** Rows whose code, or what comes in its place, was seen where an app can see it. */
  readonly channel: number
  /** Rows whose reaction was shown, by where. */
  readonly reaction: { readonly app: number; readonly 'bare-page': number }
  /** Rows whose way back was seen to its end; rows whose advice promises one, and how many of these were seen. */
  readonly recovery: { readonly seen: number; readonly promised: number; readonly kept: number }
  /** Rows all of whose scenarios are red without their fault. */
  readonly control: number
}

/** Counts the proofs of the rows of a ledger. */
export function countProofs(rows: readonly Pick<LedgerRow, 'verdict' | 'proofs' | 'needs'>[]): ProofCounts {
  const proven = rows.filter(({ verdict }) => verdict === 'backed').map(({ proofs }) => proofs)
  const count = (has: (proofs: LedgerRow['proofs']) => boolean) => proven.filter(has).length
  return {
    situation: proven.length,
    judges: Object.fromEntries(
      judges.map((judge) => [judge, count(({ situation }) => situation[0] === judge)]),
    ) as Record<SituationJudge, number>,
    means: {
      real: count(({ means }) => means === 'real'),
      wire: count(({ means }) => means === 'wire'),
      patched: count(({ means }) => means === 'patched'),
    },
    clock: count(({ clock }) => clock),
    channel: count(({ channels }) => isHeard(channels)),
    reaction: {
      app: count(({ reaction }) => reaction === 'app'),
      'bare-page': count(({ reaction }) => reaction === 'bare-page'),
    },
    recovery: {
      promised: rows.filter((row) => row.proofs.recovery.promised && !isOutOfReach(row)).length,
      seen: count(({ recovery }) => recovery.seen !== null),
      kept: count(({ recovery }) => recovery.promised && recovery.seen !== null),
    },
    control: count(({ control }) => control === 'red'),
  }
}

/** Whether what a row needs, such as the vendor's player, was not there. */
const isOutOfReach = ({ needs, verdict }: Pick<LedgerRow, 'verdict' | 'needs'>): boolean =>
  needs !== null && (verdict === 'needs-player' || verdict === 'not-run')
