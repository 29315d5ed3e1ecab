import type { CodeRow, Evidence, Need, Reaction, Section } from '../codes/index.ts'
import type { Means } from '../faults/kit/receipt.ts'
import type { Where } from '../observe/claim.ts'
import type { Via } from '../observe/observation.ts'
import type { ControlOutcome } from './controls/controls.ts'
import type { ProofCounts } from './proofs/count-proofs.ts'
import type { Proofs } from './proofs/proofs.ts'
import type { ScenarioOutcome } from './run/ran.ts'
import type { Verdict } from './verdict/verdict.ts'
import type { LedgerVersions } from './versions/ledger-versions.ts'

/**
 * Content of `ledger.json`, as `ledger.schema.json` states it. Whatever differs between two equal runs (times, payloads,
 * counters) stands under a key named `measured`; all the rest is equal for equal outcomes, however a run was sharded.
 */
export interface Ledger {
  readonly schema: 2
  readonly run: LedgerRun
  /** Versions of the SDK that the scenarios found in their pages. */
  readonly sdks: readonly string[]
  readonly browsers: readonly string[]
  readonly counts: LedgerCounts
  /** Why the ledger fails the run; empty when every claim that was put to the test held. */
  readonly problems: readonly Problem[]
  /** All documented rows, in the order of the documentation. */
  readonly rows: readonly LedgerRow[]
  /** The scenarios of this run, by id. */
  readonly scenarios: readonly LedgerScenario[]
  /** What builds of the SDK surface, from the last versions run or as recorded; null where neither is known. */
  readonly versions: LedgerVersions | null
}

/** How the run ended. */
export interface LedgerRun {
  /** Playwright's verdict, or `failed` because of the problems. */
  readonly status: 'passed' | 'failed' | 'timedout' | 'interrupted'
  /** Whether every scenario that was selected came to its end. */
  readonly complete: boolean
  /** Whether every scenario that there is was selected, so that a row without one has none. */
  readonly whole: boolean
  readonly measured: { readonly startedAt: string; readonly durationMs: number }
}

/** How many of each. */
export interface LedgerCounts {
  readonly rows: number
  readonly evidence: Readonly<Record<Evidence, number>>
  readonly verdicts: Readonly<Record<Verdict, number>>
  readonly outcomes: Readonly<Record<ScenarioOutcome, number>>
  readonly proofs: ProofCounts
}

/** One documented row and what this run says about its claim. */
export interface LedgerRow {
  readonly code: number
  readonly name: string | null
  readonly title: string
  readonly section: Section
  /** What the row claims. */
  readonly evidence: Evidence
  readonly verdict: Verdict
  /** What its scenarios lack to bear the claim out; empty when they do. */
  readonly missing: readonly string[]
  /** Why the row says of itself that nothing bears it out today; null for one that needs no such excuse. */
  readonly unproven: string | null
  /** What its scenarios need that cannot be installed, such as `player`, the vendor's; null for nearly all. */
  readonly needs: Need | null
  readonly proofs: Proofs
  /** Whether a scenario of this run had the code forced by the cloud; never counts as evidence. */
  readonly forced: boolean
  readonly channels: {
    readonly documented: CodeRow['channels']
    /** Where this run saw the code, unforced. */
    readonly seen: readonly Via[]
  }
  readonly reaction: Reaction
  readonly drift: string | null
  /** Ids of the scenarios of this run that carry the row's tag, those included that only force the code. */
  readonly scenarios: readonly string[]
  /** Ids of those that bear out the claim, or a part of it. */
  readonly backing: readonly string[]
}

/** One scenario of this run. */
export interface LedgerScenario {
  readonly id: string
  /** Relative to the configuration, with forward slashes. */
  readonly file: string
  readonly line: number
  readonly title: string
  /** Name of Playwright's project, where it has one. */
  readonly project: string | null
  readonly tags: readonly string[]
  readonly codes: readonly number[]
  readonly outcome: ScenarioOutcome
  /** How often it ran (`--repeat-each`); what stands here is of the worst of them. */
  readonly runs: number
  readonly receipts: readonly {
    readonly fault: string
    readonly means: Means
    readonly why: string | null
    /** `afterFirstMs`: since the first fault of the scenario. */
    readonly measured: { readonly afterFirstMs: number; readonly evidence: Readonly<Record<string, unknown>> }
  }[]
  readonly claims: readonly {
    readonly code: number
    readonly via: Via | null
    readonly negated: boolean
    readonly passed: boolean
    /** What the page's alerts said when the code was there. */
    readonly shown: string | null
    readonly where: Where | null
    readonly measured: { readonly afterFaultMs: number | null }
  }[]
  /** Each `toReact`. */
  readonly reactions: readonly {
    readonly code: number
    readonly where: Where
    readonly passed: boolean
    readonly shown: string | null
  }[]
  /** Each recovery that was asserted: what was done, and its end. */
  readonly recoveries: readonly {
    readonly code: number
    readonly where: Where
    readonly passed: boolean
    readonly by: string
    readonly end: string
  }[]
  readonly surfaced: readonly {
    readonly code: number
    readonly via: Via
    readonly measured: { readonly afterFaultMs: number | null; readonly payload: unknown }
  }[]
  /** What the page said at the end, the app or a bare one. */
  readonly reaction: string | null
  /** What the same scenario did with every fault a no-op, from the last controls run. */
  readonly control: ControlOutcome
  readonly measured: {
    readonly startedAt: string | null
    readonly durationMs: number
    /** Beginning of the error of a scenario that did not pass. */
    readonly error: string | null
    /** Picture of the app's reaction, relative to the report. */
    readonly screenshot: string | null
    /** Playwright trace, relative to the report. */
    readonly trace: string | null
  }
}

/** Something that makes the ledger fail the run. */
export interface Problem {
  readonly kind:
    | 'not-surfaced'
    | 'surfaces-now'
    | 'still-untested'
    | 'unproven'
    | 'no-scenario'
    | 'proven-now'
    | 'only-forced'
    | 'claims-nothing'
    | 'proofs-differ'
    | 'unknown-code'
    | 'untagged'
    | 'no-attachment'
    | 'unreadable-attachment'
    | 'injection-off'
  readonly code: number | null
  /** Ids of the scenarios concerned. */
  readonly scenarios: readonly string[]
  /** What happened, why it matters, what to do next. */
  readonly message: string
}
