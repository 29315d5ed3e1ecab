import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { type Controls, controlsFile, readControls } from './controls/controls.ts'
import { joinControls } from './controls/join-controls.ts'
import type { Ledger, LedgerScenario } from './ledger.ts'
import { renderPage } from './page/render.ts'
import { proofsFile, proofsIn, proofsText } from './proofs/recorded-proofs.ts'
import { readLedger } from './read-ledger.ts'
import type { Ran } from './run/ran.ts'
import { joinVersions } from './versions/join-versions.ts'
import {
  readRecordedVersions,
  readVersionsRun,
  recordedVersionsFile,
  type VersionsRun,
  versionsFile,
} from './versions/versions.ts'

/**
 * The folder that the reporters write to, each in its own run: `ledger.json` and `index.html`, the pictures and traces
 * they name, `controls.json` and `versions.json`.
 */
export class ReportFolder {
  readonly path: string
  readonly #base: string

  /** @param base folder that the scenarios' files are relative to, for links to them */
  constructor(path: string, base: string) {
    this.path = path
    this.#base = base
  }

  /** Page for people. */
  get page(): string {
    return join(this.path, 'index.html')
  }

  /** Writes the ledger of a run in place of the one before, with the controls and versions that are known. */
  write(ledger: Ledger, runs: readonly Ran[]): Ledger {
    for (const folder of ['reactions', 'traces'])
      rmSync(join(this.path, folder), { recursive: true, force: true })
    const scenarios = ledger.scenarios.map((scenario, index) => this.#withFiles(scenario, index, runs))
    return this.#publish({ ...ledger, scenarios })
  }

  /** Writes the outcome of a controls run, and joins it into the ledger that is there, if one is. @returns that ledger */
  writeControls(controls: Controls): Ledger | undefined {
    this.#writeJson(controlsFile, controls)
    return this.#joinAgain()
  }

  /** Writes what a versions run saw, and joins it into the ledger that is there, if one is. */
  writeVersions(run: VersionsRun): void {
    this.#writeJson(versionsFile, run)
    this.#joinAgain()
  }

  #joinAgain(): Ledger | undefined {
    const ledger = readLedger(join(this.path, 'ledger.json'))
    return ledger && this.#publish(ledger)
  }

  #publish(unjoined: Ledger): Ledger {
    const ledger = joinVersions(
      joinControls(unjoined, readControls(join(this.path, controlsFile))),
      readRecordedVersions(join(this.#base, recordedVersionsFile)),
      readVersionsRun(join(this.path, versionsFile)),
    )
    this.#writeJson('ledger.json', ledger)
    if (ledger.run.whole) writeFileSync(this.#place(proofsFile), proofsText(proofsIn(ledger)))
    const page = renderPage(ledger, {
      picture: (path) => readFileSync(join(this.path, path)),
      source: (file) => relative(this.path, join(this.#base, file)).replaceAll('\\', '/'),
    })
    writeFileSync(this.page, page)
    return ledger
  }

  #writeJson(file: string, value: unknown): void {
    writeFileSync(this.#place(file), `${JSON.stringify(value, null, 2)}\n`)
  }

  #withFiles(scenario: LedgerScenario, index: number, runs: readonly Ran[]): LedgerScenario {
    const worst = runs.find((run) => run.id === scenario.id && run.outcome === scenario.outcome)
    const name = String(index + 1).padStart(3, '0')
    let { screenshot, trace } = scenario.measured
    if (worst?.screenshot) {
      screenshot = `reactions/${name}.jpg`
      writeFileSync(this.#place(screenshot), worst.screenshot)
    }
    if (worst?.trace) {
      trace = `traces/${name}.zip`
      copyFileSync(worst.trace, this.#place(trace))
    }
    return { ...scenario, measured: { ...scenario.measured, screenshot, trace } }
  }

  /** Full path of a file in the report, whose folder is there. */
  #place(file: string): string {
    const path = join(this.path, file)
    mkdirSync(dirname(path), { recursive: true })
    return path
  }
}
