import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { edited } from './edited.ts'
import type { Edit } from './mutant.ts'

const left = [
  'node_modules',
  '.git',
  'dist',
  'test-results',
  'playwright-report',
  'blob-report',
  'ledger-report',
]

/** A copy of the project in a temporary folder, so that the real one is never touched. */
export class WorkingCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'zego-mutants-'))

  /** @param project root of the project; its installed packages are shared */
  constructor(project: string) {
    cpSync(project, this.folder, { recursive: true, filter: (path) => !left.includes(basename(path)) })
    symlinkSync(join(project, 'node_modules'), join(this.folder, 'node_modules'))
  }

  /**
   * Makes the edits, lets `act` run and takes them back.
   *
   * @throws {StaleMutant} when an edit does not fit the file exactly once
   */
  async with<Result>(edits: readonly Edit[], act: () => Promise<Result>): Promise<Result> {
    const files = [...new Set(edits.map(({ file }) => file))]
    const originals = files.map((file) => [file, this.#read(file)] as const)
    try {
      for (const edit of edits) this.#write(edit.file, edited(this.#read(edit.file), edit))
      return await act()
    } finally {
      for (const [file, text] of originals) this.#write(file, text)
    }
  }

  /** Deletes the copy. */
  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  #read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8')
  }

  #write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text)
  }
}
