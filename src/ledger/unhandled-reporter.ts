import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter'
import { baseFolder, collect } from './collect.ts'
import { unhandledCodes, unhandledInWords } from './unhandled.ts'

/** Options of the reporter. */
export interface UnhandledOptions {
  /** Where the list goes as JSON, relative to the configuration. Without it, the list is only printed. */
  readonly outputFile?: string
}

/**
 * Playwright reporter for tests of your own app: lists the codes that surfaced and after which the app showed nothing,
 * which is what its users would have been left with. It never fails a run.
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
    const unhandled = unhandledCodes(collect(suite, config))
    for (const line of unhandledInWords(unhandled)) process.stdout.write(`${line}\n`)
    if (this.#outputFile)
      writeFileSync(resolve(baseFolder(config), this.#outputFile), `${JSON.stringify(unhandled, null, 2)}\n`)
  }
}
