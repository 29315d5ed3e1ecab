import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { NothingToRun } from '../choose.ts'

/** A state of the project that can be run. */
export interface Tree {
  readonly name: string
  readonly folder: string
  dispose(): void
}

const root = join(import.meta.dirname, '../..')

/** The working tree as it is. */
export const here: Tree = { name: 'here', folder: root, dispose() {} }

/**
 * A commit, checked out and installed into a folder of its own; or a folder that is both already.
 *
 * @throws {NothingToRun} when there is no such commit
 */
export function treeOf(commitOrFolder: string): Tree {
  if (existsSync(join(commitOrFolder, 'node_modules'))) {
    return { name: commitOrFolder, folder: resolve(commitOrFolder), dispose() {} }
  }
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
  let commit: string
  try {
    commit = git('rev-parse', '--verify', '--short', `${commitOrFolder}^{commit}`)
  } catch {
    throw new NothingToRun(
      `'${commitOrFolder}' is neither a commit of this repository nor a folder with the project and its node_modules. ` +
        'Name a commit: npm run bench cost -- --against HEAD~1',
    )
  }
  const parent = mkdtempSync(join(tmpdir(), 'zego-bench-cost-'))
  const folder = join(parent, commit)
  const dispose = () => {
    git('worktree', 'remove', '--force', folder)
    rmSync(parent, { recursive: true, force: true })
  }
  git('worktree', 'add', '--detach', folder, commit)
  try {
    execFileSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: 'inherit',
    })
  } catch (error) {
    dispose()
    throw error
  }
  return { name: commit, folder, dispose }
}
