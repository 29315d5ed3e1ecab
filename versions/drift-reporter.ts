import { writeFileSync } from 'node:fs'
import type { FullConfig, FullResult, Reporter, Suite } from '@playwright/test/reporter'
import { drift, type Surfaced, surfacedAttachment, surfacedFile } from './surfaced.ts'

/** Prints where builds of the SDK differ; with `--update-snapshots` it also records what surfaced. */
export default class DriftReporter implements Reporter {
  #suite?: Suite
  #updates = false

  onBegin({ updateSnapshots }: FullConfig, suite: Suite): void {
    this.#suite = suite
    this.#updates = updateSnapshots === 'all' || updateSnapshots === 'changed'
  }

  onEnd({ status }: FullResult): void {
    const surfaced = this.#collect()
    if (this.#updates && status === 'passed')
      writeFileSync(surfacedFile, `${JSON.stringify(surfaced, null, 2)}\n`)
    for (const line of drift(surfaced)) process.stdout.write(`${line}\n`)
  }

  #collect(): Surfaced {
    const surfaced: Record<string, Record<string, readonly string[]>> = {}
    for (const test of this.#suite?.allTests() ?? []) {
      const { body } = test.results.at(-1)?.attachments.find(({ name }) => name === surfacedAttachment) ?? {}
      const version = test.parent.project()?.name
      if (!body || !version) continue
      surfaced[test.title] = { ...surfaced[test.title], [version]: JSON.parse(body.toString()) }
    }
    return surfaced
  }
}
