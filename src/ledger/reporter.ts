import { relative, resolve } from 'node:path'
import type { FullConfig, FullResult, Reporter, Suite } from '@playwright/test/reporter'
import { isDocumented } from '../codes/index.ts'
import { buildLedger } from './build-ledger.ts'
import { baseFolder, collect } from './collect.ts'
import type { Ledger } from './ledger.ts'
import type { Ran } from './ran.ts'
import { ReportFolder } from './report-folder.ts'
import { findCodePlaces } from './scenario-sources.ts'
import { summary } from './summary.ts'
import { unhandledCodes, unhandledInBrief } from './unhandled.ts'
import { unseenScenarios } from './unseen.ts'

/** Options of the reporter. */
export interface LedgerOptions {
  /** Where the report goes, relative to the configuration. Default: `ledger-report`. */
  readonly outputFolder?: string
}

/**
 * Playwright reporter: joins the documented rows with what really ran, writes `ledger.json` and `index.html`, and fails
 * the run when a row's claim does not match what ran. Works with `--shard` through blobs and `merge-reports`.
 *
 * @example reporter: [['list'], ['./src/ledger/reporter.ts', { outputFolder: 'ledger-report' }]]
 */
export default class LedgerReporter implements Reporter {
  readonly #outputFolder: string
  #run?: { readonly config: FullConfig; readonly suite: Suite }

  constructor({ outputFolder = 'ledger-report' }: LedgerOptions = {}) {
    this.#outputFolder = outputFolder
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
    const runs = collect(suite, config)
    if (runs.length === 0) return undefined
    const base = baseFolder(config)
    const folder = new ReportFolder(resolve(base, this.#outputFolder), base)
    const ledger = folder.write(this.#join(runs, config, result), runs)
    const lines = [
      ...unhandledInBrief(unhandledCodes(runs)),
      ...summary(ledger, relative(process.cwd(), folder.page)),
    ]
    for (const line of lines) process.stdout.write(`${line}\n`)
    return { status: ledger.run.status }
  }

  #join(runs: readonly Ran[], config: FullConfig, result: FullResult): Ledger {
    const places = findCodePlaces(config.rootDir, isDocumented)
    return buildLedger(runs, {
      othersExist: unseenScenarios(places, baseFolder(config)),
      run: {
        status: result.status,
        complete: runs.every(({ outcome }) => !['interrupted', 'not-run'].includes(outcome)),
        measured: { startedAt: result.startTime.toISOString(), durationMs: Math.round(result.duration) },
      },
    })
  }
}
