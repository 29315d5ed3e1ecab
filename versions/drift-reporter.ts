import { readFileSync, writeFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { FullConfig, FullResult, Reporter, Suite } from '@playwright/test/reporter'
import { ReportFolder } from '../src/ledger/report-folder.ts'
import { driftInWords } from '../src/ledger/versions/drift-in-words.ts'
import { driftTable, overlaid } from '../src/ledger/versions/drift-table.ts'
import type { SurfacedByBuild } from '../src/ledger/versions/versions.ts'
import { statesAttachment, statesFile, surfacedAttachment, surfacedFile } from './surfaced.ts'

const root = resolve(import.meta.dirname, '..')

/**
 * Prints where builds of the SDK differ and leaves what surfaced for the ledger, which joins it in; with
 * `--update-snapshots` it also records it.
 */
export default class DriftReporter implements Reporter {
  #suite?: Suite
  #updates = false

  onBegin({ updateSnapshots }: FullConfig, suite: Suite): void {
    this.#suite = suite
    this.#updates = updateSnapshots === 'all' || updateSnapshots === 'changed'
  }

  onEnd({ status, startTime, duration }: FullResult): void {
    const surfaced = this.#collect(surfacedAttachment)
    if (Object.keys(surfaced).length === 0) return
    if (this.#updates && status === 'passed') {
      record(surfacedFile, surfaced)
      record(statesFile, withoutEmpty(this.#collect(statesAttachment)))
    }
    const measured = { startedAt: startTime.toISOString(), durationMs: Math.round(duration) }
    const folder = new ReportFolder(resolve(root, 'ledger-report'), root)
    folder.writeVersions({ schema: 1, surfaced, measured })
    for (const line of driftInWords(driftTable(surfaced))) process.stdout.write(`${line}\n`)
    process.stdout.write(`\nLeft for the ledger in ${relative(process.cwd(), folder.path)}/versions.json\n`)
  }

  #collect(attachment: string): SurfacedByBuild {
    const surfaced: Record<string, Record<string, readonly string[]>> = {}
    for (const test of this.#suite?.allTests() ?? []) {
      const { body } = test.results.at(-1)?.attachments.find(({ name }) => name === attachment) ?? {}
      const version = test.parent.project()?.name
      if (!body || !version) continue
      surfaced[test.title] = { ...surfaced[test.title], [version]: JSON.parse(body.toString()) }
    }
    return surfaced
  }
}

/** Keeps what is recorded of situations and builds that were not part of the run. */
function record(file: string, seen: SurfacedByBuild): void {
  const before: SurfacedByBuild = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, `${JSON.stringify(overlaid(before, seen), null, 2)}\n`)
}

/** Most situations have no state without a code. */
function withoutEmpty(seen: SurfacedByBuild): SurfacedByBuild {
  const filled = Object.entries(seen).map(([situation, builds]) => [
    situation,
    Object.fromEntries(Object.entries(builds).filter(([, states]) => states.length > 0)),
  ])
  return Object.fromEntries(filled.filter(([, builds]) => Object.keys(builds as object).length > 0))
}
