import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import type { Plugin } from 'vite'
import { withMutants } from './mutants/plugin.ts'

const root = join(import.meta.dirname, '..')
const cache = join(root, 'node_modules/.cache/zego-test-app')
const kept = 4

/**
 * Folder with the sample app as it is now, built for production. It is built once and kept under the hash of all that it
 * is made from: scenarios, controls and whoever starts next serve the same files.
 *
 * @param mutants whether it contains what `npm run mutants` turns on
 */
export async function builtApp({ mutants = false } = {}): Promise<string> {
  const hash = contentHash(sourcesOf(import.meta.dirname))
  const folder = join(cache, mutants ? `${hash}-mutants` : hash)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const unfinished = mkdtempSync(join(cache, 'unfinished-'))
  try {
    await build(unfinished, mutants)
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw error // another process was faster
  }
  forgetAllBut(kept)
  return folder
}

/** Vite is loaded only where it has something to do. */
async function build(outDir: string, mutants: boolean): Promise<void> {
  const vite = await import('vite')
  const { default: config } = await import('./vite.config.ts')
  const plugins = [...(config.plugins ?? []), onlyFrom(import.meta.dirname, join(root, 'node_modules'))]
  if (mutants) plugins.push(withMutants(import.meta.dirname))
  await vite.build({
    ...config,
    configFile: false,
    logLevel: 'warn',
    plugins,
    build: { ...config.build, outDir },
  })
}

/** Refuses a module whose change the hash would not see. */
export function onlyFrom(...folders: readonly string[]): Plugin {
  return {
    name: 'only-from',
    load(id) {
      const isOurs = id.startsWith('\0') || folders.some((folder) => id.startsWith(folder))
      if (isOurs) return null
      throw new Error(
        `The built sample app would contain ${id}, which is neither in ${folders.join(' nor in ')}: a change of it would ` +
          'go unnoticed, because builds are kept. Move it there, or add its folder in test-app/built.ts.',
      )
    },
  }
}

/** Everything the build reads: the app, and what the lockfile says of its dependencies. */
function sourcesOf(app: string): string[] {
  const files = readdirSync(app, { encoding: 'utf8', recursive: true }).map((file) => join(app, file))
  const isSource = (file: string) => !/\.test\.ts$|\.md$/.test(file) && statSync(file).isFile()
  return [...files.filter(isSource).sort(), join(root, 'package-lock.json')]
}

/** Hash of files by path and content, and of the system that they are built on. */
export function contentHash(files: readonly string[]): string {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}`)
  for (const file of files) {
    const content = readFileSync(file)
    hash.update(`\n${relative(root, file)} ${content.length}\n`).update(content)
  }
  return hash.digest('hex').slice(0, 20)
}

/** A server has read its files when it says that it listens, so no folder is needed afterwards. */
function forgetAllBut(count: number): void {
  const builds = readdirSync(cache)
    .filter((name) => !name.startsWith('unfinished-'))
    .map((name) => ({ name, at: statSync(join(cache, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
  for (const { name } of builds.slice(count)) rmSync(join(cache, name), { recursive: true, force: true })
}
