import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { root } from './page.ts'
import type { Source } from './source.ts'

/**
 * The folder that blocks are written into: within the repository, so that they find its packages, and ignored by git.
 * Scenarios find `../test.ts` and `../reacting/ends.ts` in it, and Playwright finds the reporters of `zego-fault-harness`.
 */
export class Workspace {
  readonly folder = mkdtempSync(join(root, 'docs/.run-'))

  constructor(sources: readonly Source[]) {
    for (const { file, text } of sources) this.#write(file, text)
    this.#write('test.ts', "export * from '../../scenarios/test.ts'\n")
    this.#write('reacting/ends.ts', "export * from '../../../scenarios/reacting/ends.ts'\n")
    this.#write('tsconfig.json', JSON.stringify({ extends: '../../tsconfig.json', include: ['**/*.ts'] }))
    this.#install()
  }

  /** Deletes the folder. */
  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  /**
   * The package as a link to its sources. TypeScript and tests get there by `paths`; Playwright looks for reporters in
   * node_modules alone.
   */
  #install(): void {
    const entries = Object.entries(manifest.exports).flatMap(([entry, target]) =>
      typeof target === 'string' ? [] : [[entry, sourceOf(target.default)] as const],
    )
    const link = (source: string) => relative(join(this.folder, 'package'), join(root, source))
    for (const [entry, source] of entries) {
      const exported = source.includes('reporter') ? '{ default }' : '*'
      this.#write(`package/${nameOf(entry)}`, `export ${exported} from '${link(source)}'\n`)
    }
    const exports = Object.fromEntries(entries.map(([entry]) => [entry, `./${nameOf(entry)}`]))
    this.#write('package/package.json', JSON.stringify({ name: manifest.name, type: 'module', exports }))
    mkdirSync(join(this.folder, 'node_modules'))
    symlinkSync('../package', join(this.folder, 'node_modules', manifest.name))
  }

  #write(file: string, text: string): void {
    const path = join(this.folder, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
}

const sourceOf = (built: string) => built.replace('./dist/', '').replace(/\.js$/, '.ts')
const nameOf = (entry: string) => (entry === '.' ? 'index.ts' : `${entry.slice(2)}.ts`)
