import type { Via } from '../../observe/observation.ts'

/** The part of the ledger about builds of the SDK: what the core situations surface in each, and where that differs. */
export interface LedgerVersions {
  /** From the oldest to the newest. */
  readonly builds: readonly string[]
  /** The build that the others are compared with. */
  readonly newest: string
  readonly situations: readonly BuildsInSituation[]
  /** Every code that a build surfaces otherwise than the newest; empty when all are alike. */
  readonly drift: readonly CodeDrift[]
  /** When the versions run began that some of this is from; null when all is recorded. */
  readonly measured: { readonly startedAt: string | null }
}

/** One situation in every build that is known to have met it. */
export interface BuildsInSituation {
  readonly title: string
  readonly cells: readonly BuildCell[]
}

/** What one build surfaced in one situation. */
export interface BuildCell {
  readonly build: string
  /** Seen in the last versions run, or recorded in the repository. */
  readonly source: 'run' | 'recorded'
  readonly surfaced: readonly { readonly code: number; readonly via: Via }[]
  readonly differs: boolean
}

/** One code that a build surfaces otherwise than the newest build. */
export interface CodeDrift {
  readonly code: number
  /** Title of the situation. */
  readonly situation: string
  readonly build: string
  /** Where it surfaces in that build; nowhere when empty. */
  readonly seen: readonly Via[]
  /** Where it surfaces in the newest. */
  readonly newest: readonly Via[]
}
