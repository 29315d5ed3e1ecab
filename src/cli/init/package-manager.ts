import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** How a project's package manager is told what to do. */
export interface PackageManager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun'
  /** What adds packages for development: `npm install --save-dev`. */
  readonly add: string
  /** What runs a program of a package: `npx`. */
  readonly exec: string
}

const npm: PackageManager = { name: 'npm', add: 'npm install --save-dev', exec: 'npx' }
const pnpm: PackageManager = { name: 'pnpm', add: 'pnpm add --save-dev', exec: 'pnpm exec' }
const yarn: PackageManager = { name: 'yarn', add: 'yarn add --dev', exec: 'yarn' }
const bun: PackageManager = { name: 'bun', add: 'bun add --dev', exec: 'bunx' }

const lockFiles: readonly (readonly [file: string, manager: PackageManager])[] = [
  ['pnpm-lock.yaml', pnpm],
  ['yarn.lock', yarn],
  ['bun.lock', bun],
  ['bun.lockb', bun],
  ['package-lock.json', npm],
  ['npm-shrinkwrap.json', npm],
]

/** The package manager whose lock file is in a folder, or in one above it, as in a workspace; npm where there is none. */
export function packageManagerOf(folder: string): PackageManager {
  const found = lockFiles.find(([file]) => existsSync(join(folder, file)))
  if (found) return found[1]
  const above = dirname(folder)
  return above === folder || existsSync(join(folder, '.git')) ? npm : packageManagerOf(above)
}
