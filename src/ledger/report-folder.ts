import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { type Controls, controlsFile, readControls } from './controls.ts'
import { joinControls } from './join-controls.ts'
import type { Ledger, LedgerScenario } from './ledger.ts'
import { renderPage } from './page/render.ts'
import type { Ran } from './ran.ts'

/**
 * The folder that both reporters write to, each in its own run: `ledger.json` and `index.html`, the pictures and traces
 * they name, and `controls.json`.
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

  /** Writes the ledger of a run in place of the one before, with the controls that are known. */
  write(ledger: Ledger, runs: readonly Ran[]): Ledger {
    for (const folder of ['reactions', 'traces'])
      rmSync(join(this.path, folder), { recursive: true, force: true })
    const scenarios = ledger.scenarios.map((scenario, index) => this.#withFiles(scenario, index, runs))
    return this.#publish({ ...ledger, scenarios })
  }

  /** Writes the outcome of a controls run, and joins it into the ledger that is there, if one is. */
  writeControls(controls: Controls): void {
    writeFileSync(this.#place(controlsFile), `${JSON.stringify(controls, null, 2)}\n`)
    const file = join(this.path, 'ledger.json')
    if (existsSync(file)) this.#publish(JSON.parse(readFileSync(file, 'utf8')) as Ledger)
  }

  #publish(unjoined: Ledger): Ledger {
    const ledger = joinControls(unjoined, readControls(join(this.path, controlsFile)))
    writeFileSync(this.#place('ledger.json'), `${JSON.stringify(ledger, null, 2)}\n`)
    const page = renderPage(ledger, {
      picture: (path) => readFileSync(join(this.path, path)),
      source: (file) => relative(this.path, join(this.#base, file)).replaceAll('\\', '/'),
    })
    writeFileSync(this.page, page)
    return ledger
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
