import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { UsageError } from '../usage-error.ts'
import { type DevServer, devServerOf } from './dev-server.ts'
import { type PackageManager, packageManagerOf } from './package-manager.ts'

/** The oldest minor version of Playwright 1 that the package works with. */
const oldestPlaywright = 60

/** All that `init` finds out about a project. */
export interface Project {
  readonly folder: string
  /** Its Playwright configuration, where it has one. */
  readonly configuration?: { readonly file: string; readonly text: string }
  /** Where its Playwright tests are, or can be. */
  readonly testFolder: string
  /** What its files end in: `.ts`, or `.mts` where a plain one would be CommonJS; `.js` and `.mjs` without TypeScript. */
  readonly extension: '.ts' | '.mts' | '.js' | '.mjs'
  readonly packageManager: PackageManager
  readonly devServer: DevServer
  /** Packages that are missing, or too old. */
  readonly toInstall: readonly string[]
  /** Another runner that takes files named `*.spec.*` for its own. */
  readonly otherRunner?: 'vitest' | 'jest'
}

interface Manifest {
  readonly type?: string
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** The name of the first test, without its ending. */
export const firstTest = 'removed.spec'

/**
 * Looks into a folder, and changes nothing.
 *
 * @throws {UsageError} when it is not the folder of a project
 */
export function readProject(folder: string): Project {
  const manifest = readManifest(folder)
  const packages = { ...manifest.dependencies, ...manifest.devDependencies }
  const packageManager = packageManagerOf(folder)
  const configuration = configurationOf(folder)
  const isTyped = 'typescript' in packages || existsSync(join(folder, 'tsconfig.json'))
  const m = manifest.type === 'module' ? '' : 'm'
  return {
    folder,
    configuration,
    testFolder: testDirIn(configuration?.text) ?? freeFolder(folder, Boolean(configuration)),
    extension: `.${m}${isTyped ? 'ts' : 'js'}`,
    packageManager,
    devServer: {
      ...devServerOf(folder, manifest.scripts ?? {}, packageManager),
      ...configured(configuration?.text),
    },
    toInstall: [
      ...(versionOf('zego-fault-harness', folder) ? [] : ['zego-fault-harness']),
      ...(isRecent(versionOf('@playwright/test', folder)) ? [] : ['@playwright/test']),
    ],
    otherRunner: (['vitest', 'jest'] as const).find((runner) => runner in packages),
  }
}

/** The address that a configuration already says. */
function configured(text = ''): Pick<DevServer, 'url' | 'isGuess'> | undefined {
  const url = /\bbaseURL:\s*['"`]([^'"`]+)['"`]/.exec(text)?.[1]
  return url ? { url, isGuess: false } : undefined
}

function readManifest(folder: string): Manifest {
  const file = join(folder, 'package.json')
  if (!existsSync(file))
    throw new UsageError(
      `There is no package.json in ${folder}. Run npx zego-faults init in the folder of your app.`,
    )
  return readable(file, () => JSON.parse(readFileSync(file, 'utf8')))
}

/** @throws {UsageError} naming the file that is broken */
function readable<Content>(file: string, read: () => Content): Content {
  try {
    return read()
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read: ${(error as Error).message}. Mend it, and run npx zego-faults init again.`,
    )
  }
}

function configurationOf(folder: string): Project['configuration'] {
  const file = readdirSync(folder).find((name) => /^playwright\.config\.[cm]?[jt]s$/.test(name))
  if (!file) return undefined
  const path = join(folder, file)
  return { file, text: readable(path, () => readFileSync(path, 'utf8')) }
}

/** `testDir` where it is a plain string. */
function testDirIn(configuration = ''): string | undefined {
  const found = /\btestDir:\s*(['"`])([^'"`$]+)\1/.exec(configuration)?.[2]
  return found && normalize(found).replace(/[\\/]$/, '')
}

/** Without a configuration, whatever tests a folder has are another runner's, which Playwright would trip over. */
function freeFolder(folder: string, hasConfiguration: boolean): string {
  const candidates = ['tests', 'e2e', 'faults'] as const
  if (hasConfiguration) return candidates.find((each) => existsSync(join(folder, each))) ?? 'tests'
  return candidates.find((each) => !isTaken(join(folder, each))) ?? 'playwright'
}

function isTaken(folder: string): boolean {
  if (!existsSync(folder)) return false
  if (!statSync(folder).isDirectory()) return true
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files.some((file) => /\.(spec|test)\.[cm]?[jt]sx?$/.test(file) && !file.startsWith(firstTest))
}

/** The version that is installed in a folder, or in one above it. */
function versionOf(name: string, folder: string): string | undefined {
  const file = join(folder, 'node_modules', name, 'package.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')).version
  return dirname(folder) === folder ? undefined : versionOf(name, dirname(folder))
}

function isRecent(version: string | undefined): boolean {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number)
  return major > 1 || (major === 1 && minor >= oldestPlaywright)
}
