/**
 * The reporter that writes the ledger: which of the documented codes were put to the test, and what came of it.
 *
 * @module zego-fault-harness/reporter
 */
import { join, relative, resolve } from 'node:path'
import type { FullConfig, FullResult, Reporter, Suite } from '@playwright/test/reporter'
import { isDocumented } from '../codes/index.ts'
import { buildLedger } from './build-ledger.ts'
import { addToStepSummary, ledgerInMarkdown } from './github/step-summary.ts'
import type { Ledger } from './ledger.ts'
import { readRecordedProofs, recordedProofsFile } from './proofs/recorded-proofs.ts'
import { ReportFolder } from './report-folder.ts'
import { baseFolder, collect } from './run/collect.ts'
import { isTagged, type Ran } from './run/ran.ts'
import { findCodePlaces } from './scenario-sources.ts'
import { summary } from './summary.ts'
import { unhandledCodes, unhandledInBrief } from './unhandled.ts'
import { isWhole, unseenScenarios } from './unseen.ts'

/** `merge-reports` does not ask reporters for a status: it exits with 0, unless somebody objects at the last moment. */
function failOnExit(): void {
  process.once('exit', () => {
    process.exitCode ||= 1
  })
}

/** Options of the reporter. */
export interface LedgerOptions {
  /** Where the report goes, relative to the configuration. Default: `ledger-report`. */
  readonly outputFolder?: string
  /**
   * Tests that have neither a code nor `@no-code` for a tag: left out of the ledger (`ignore`), or failing the run
   * (`error`), so that none is forgotten. Default: `ignore`.
   */
  readonly untagged?: 'ignore' | 'error'
  /**
   * What is demanded of the documented rows: that none is contradicted by a test that is tagged with its code (`tagged`), or
   * that a run of all tests bears out every one that does not say why not, and that every tag is claimed (`every`).
   * Default: `tagged`.
   */
  readonly rows?: 'every' | 'tagged'
}

/**
 * Playwright reporter: joins the documented rows with what really ran, writes `ledger.json` and `index.html`, and fails
 * the run when a row's claim does not match what ran. In a workflow of GitHub, its numbers are in the step's summary. Works with `--shard` through blobs and `merge-reports`.
 *
 * @example reporter: [['list'], ['zego-fault-harness/reporter', { outputFolder: 'ledger-report' }]]
 */
export default class LedgerReporter implements Reporter {
  readonly #outputFolder: string
  readonly #untagged: 'ignore' | 'error'
  readonly #rows: 'every' | 'tagged'
  #run?: { readonly config: FullConfig; readonly suite: Suite }

  constructor({ outputFolder = 'ledger-report', untagged = 'ignore', rows = 'tagged' }: LedgerOptions = {}) {
    if (untagged !== 'ignore' && untagged !== 'error')
      throw new TypeError(`untagged is 'ignore' or 'error', not ${JSON.stringify(untagged)}.`)
    if (rows !== 'every' && rows !== 'tagged')
      throw new TypeError(`rows is 'every' or 'tagged', not ${JSON.stringify(rows)}.`)
    this.#outputFolder = outputFolder
    this.#untagged = untagged
    this.#rows = rows
  }

  printsToStdio(): boolean {
    return false
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#run = { config, suite }
  }

  async onEnd(result: FullResult): Promise<{ status?: FullResult['status'] } | undefined> {
    if (!this.#run) return undefined
    const { config, suite } = this.#run
    const runs = collect(suite, config).filter(({ tags }) => this.#untagged === 'error' || isTagged(tags))
    // `--list` selects without running: the last run's report stays.
    if (runs.every(({ outcome }) => outcome === 'not-run')) return undefined
    const base = baseFolder(config)
    const folder = new ReportFolder(resolve(base, this.#outputFolder), base)
    const ledger = folder.write(this.#join(runs, config, result), runs)
    const lines = [
      ...unhandledInBrief(unhandledCodes(runs)),
      ...summary(ledger, relative(process.cwd(), folder.page)),
    ]
    for (const line of lines) process.stdout.write(`${line}\n`)
    addToStepSummary(ledgerInMarkdown(ledger))
    if (ledger.problems.length > 0) failOnExit()
    return { status: ledger.run.status }
  }

  #join(runs: readonly Ran[], config: FullConfig, result: FullResult): Ledger {
    const places = findCodePlaces(config.rootDir, isDocumented)
    const base = baseFolder(config)
    const recorded = readRecordedProofs(join(base, recordedProofsFile))
    return buildLedger(runs, {
      othersExist: unseenScenarios(places, base),
      demand: this.#rows,
      ...(recorded && { recorded }),
      run: {
        status: result.status,
        whole: isWhole(runs, places, base, Object.keys(recorded?.files ?? {})),
        complete: runs.every(({ outcome }) => !['interrupted', 'not-run'].includes(outcome)),
        measured: { startedAt: result.startTime.toISOString(), durationMs: Math.round(result.duration) },
      },
    })
  }
}
