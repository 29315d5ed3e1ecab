/**
 * The reporter of the codes that an app leaves unanswered.
 *
 * @module zego-fault-harness/unhandled
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter'
import { annotations } from './github/annotations.ts'
import { addToStepSummary, unhandledInMarkdown } from './github/step-summary.ts'
import { baseFolder, collect } from './run/collect.ts'
import type { Ran } from './run/ran.ts'
import { unhandledCodes, unhandledInWords } from './unhandled.ts'

/** Options of the reporter. */
export interface UnhandledOptions {
  /** Where the list goes as JSON, relative to the configuration. Without it, the list is only printed. */
  readonly outputFile?: string
}

/**
 * Playwright reporter for tests of your own app: lists the codes that surfaced and after which the app showed nothing,
 * which is what its users would have been left with. In a workflow of GitHub, each is a warning at its test, and a line of the
 * step's summary. It never fails a run.
 *
 * @example reporter: [['list'], ['zego-fault-harness/unhandled', { outputFile: 'unhandled.json' }]]
 */
export default class UnhandledReporter implements Reporter {
  readonly #outputFile: string | undefined
  #run?: { readonly config: FullConfig; readonly suite: Suite }

  constructor({ outputFile }: UnhandledOptions = {}) {
    this.#outputFile = outputFile
  }

  printsToStdio(): boolean {
    return false
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#run = { config, suite }
  }

  onEnd(): void {
    if (!this.#run) return
    const { config, suite } = this.#run
    // Nothing ran, as with --list: what an earlier run left still holds.
    if (!suite.allTests().some(({ results }) => results.length > 0)) return
    const runs = collect(suite, config)
    const base = baseFolder(config)
    const unhandled = unhandledCodes(runs)
    for (const line of [...unhandledInWords(unhandled), ...forGitHub(runs, base)])
      process.stdout.write(`${line}\n`)
    addToStepSummary(unhandledInMarkdown(unhandled))
    if (this.#outputFile)
      writeFileSync(resolve(base, this.#outputFile), `${JSON.stringify(unhandled, null, 2)}\n`)
  }
}

function forGitHub(runs: readonly Ran[], base: string): readonly string[] {
  const { GITHUB_ACTIONS, GITHUB_WORKSPACE = process.cwd() } = process.env
  return GITHUB_ACTIONS ? annotations(runs, { base, workspace: GITHUB_WORKSPACE }) : []
}
