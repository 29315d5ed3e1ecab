import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bold, type Terminal } from '../terminal.ts'
import { filesFor, type Wanted } from './files.ts'
import { linesToAdd, nextSteps } from './next-steps.ts'
import { type Project, readProject } from './project.ts'

interface Asked {
  /** The project's. */
  readonly folder: string
  /** Whether only to say what would be written. */
  readonly dryRun: boolean
}

/**
 * Writes a Playwright configuration and a first test into a project, where they are missing. No file is changed.
 *
 * @returns 0 when all is there, 1 when a file could not be written
 * @throws {UsageError} when the folder is not that of a project
 */
export function initCommand({ folder, dryRun }: Asked, terminal: Terminal): 0 | 1 {
  const project = readProject(folder)
  const missing = filesFor(project).filter(({ file }) => !existsSync(join(folder, file)))
  const say = (...lines: readonly string[]) => {
    for (const line of lines) terminal.out(line)
  }
  say(...found(project, terminal), '')
  if (missing.length > 0) say(...announcement(missing, dryRun, terminal), '')
  for (const wanted of dryRun ? [] : missing) {
    const problem = write(folder, wanted)
    if (problem) terminal.err(problem)
    if (problem) return 1
    say(`Wrote ${wanted.file}.`)
  }
  const added = linesToAdd(project)
  if (missing.length > 0) say(...(dryRun ? [] : ['']))
  else if (added.length === 0 && project.toInstall.length === 0) say('All is there; nothing was written.', '')
  else say('No file is missing; nothing was written.', '')
  say(...nextSteps(project, added, terminal))
  return 0
}

function found(project: Project, terminal: Terminal): readonly string[] {
  const { configuration, devServer, packageManager, extension } = project
  const { command, url, isGuess } = devServer
  const language = extension.endsWith('ts') ? 'TypeScript' : 'JavaScript'
  const modules = extension.startsWith('.m') ? `CommonJS, so what is new is ${extension}` : 'ES modules'
  return [
    bold('Found', terminal),
    `  project        ${packageManager.name}, ${language}, ${modules}`,
    `  configuration  ${configuration ? `${configuration.file}, which stays as it is` : 'no playwright.config yet'}`,
    `  dev server     ${command ?? 'no script dev or start in package.json'}`,
    `  address        ${url}${isGuess ? ', a guess: nothing in the project says it' : ''}`,
  ]
}

function announcement(missing: readonly Wanted[], dryRun: boolean, terminal: Terminal): readonly string[] {
  const width = Math.max(...missing.map(({ file }) => file.length))
  return [
    bold(dryRun ? 'Would write (nothing was written)' : 'Will write', terminal),
    ...missing.map(({ file, why }) => `  ${file.padEnd(width)}  ${why}`),
  ]
}

/** What went wrong, if anything. Never overwrites, not even a file that was made this moment. */
function write(folder: string, { file, text }: Wanted): string | undefined {
  const path = join(folder, file)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text, { flag: 'wx' })
    return undefined
  } catch (error) {
    const why = (error as Error).message
    return `${file} was not written: ${why}\nMake it possible to write there, and run npx zego-faults init again: it writes what is missing.`
  }
}
