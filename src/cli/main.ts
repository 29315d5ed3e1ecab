import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { UnknownCode } from '../codes/index.ts'
import { otherProduct } from '../codes/other-products.ts'
import { codesCommand } from './codes-command.ts'
import { explainCommand } from './explain-command.ts'
import { commands, helpText, program } from './help.ts'
import { initCommand } from './init/init-command.ts'
import { processTerminal, type Terminal } from './terminal.ts'
import { unknownCommand } from './unknown-command.ts'
import { UsageError } from './usage-error.ts'

/**
 * Runs a command line.
 *
 * @param args without the interpreter and the script
 * @param root folder whose `scenarios` and `ledger-report` are looked into
 * @param project folder that `init` writes into
 * @returns the exit code: 0 done, 1 no such code or a file that cannot be written, 2 not understood
 */
export function main(
  args: readonly string[],
  root: string,
  terminal: Terminal = processTerminal(),
  project = process.cwd(),
): 0 | 1 | 2 {
  try {
    return run(args, { root, project }, terminal)
  } catch (error) {
    if (error instanceof UnknownCode) {
      terminal.err(forThePrompt(error))
      return 1
    }
    if (!(error instanceof UsageError)) throw error
    terminal.err(`${error.message}\nSee ${program} --help.`)
    return 2
  }
}

interface Folders {
  readonly root: string
  readonly project: string
}

function run(args: readonly string[], { root, project }: Folders, terminal: Terminal): 0 | 1 {
  const { values, positionals } = parse(args)
  const [command, ...operands] = positionals
  if (values.version) {
    terminal.out(ownVersion())
    return 0
  }
  const about = command === 'help' ? operands[0] : values.help ? command : undefined
  if (about !== undefined && about !== 'help' && !Object.hasOwn(commands, about))
    throw new UsageError(unknownCommand(command === 'help' ? operands : positionals))
  if (values.help || command === undefined || command === 'help') {
    terminal.out(helpText(terminal, about === 'help' ? undefined : about))
    return 0
  }
  demandOwnOptions(command, values)
  const { section, evidence, json = false, 'dry-run': dryRun = false } = values
  if (command === 'codes') return codesCommand({ words: operands, section, evidence, json }, terminal)
  if (command === 'explain') return explainCommand({ operands, json, root }, terminal)
  if (command === 'init') {
    if (operands.length > 0)
      throw new UsageError(
        `init takes no ${operands.join(' ')}: it writes into the folder that it is run in. Go there first.`,
      )
    return initCommand({ folder: project, dryRun }, terminal)
  }
  throw new UsageError(unknownCommand(positionals))
}

/** @throws {UsageError} for an option of another command; of an unknown command, nothing is known */
function demandOwnOptions(command: string, values: object): void {
  const own: readonly string[] | undefined = commands[command]?.options
  const strange = Object.keys(values).find((option) => own && !own.includes(option))
  if (!strange) return
  const owners = Object.entries(commands).flatMap(([name, { options }]) =>
    (options as readonly string[]).includes(strange) ? [name] : [],
  )
  throw new UsageError(`--${strange} is for ${owners.join(' and ')}, not for ${command}. Leave it out.`)
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        section: { type: 'string' },
        evidence: { type: 'string' },
        json: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    })
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message.split('. ')[0])
    throw error
  }
}

/** The version of this package: its manifest is two folders up in a clone, and three in what a build makes. */
function ownVersion(): string {
  const manifest = ['../../package.json', '../../../package.json']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url))
  return manifest ? JSON.parse(readFileSync(manifest, 'utf8')).version : 'unknown'
}

/** The error's own text is for people who write tests. */
function forThePrompt({ code, nearMisses }: UnknownCode): string {
  const elsewhere = otherProduct(code)
  if (elsewhere) return elsewhere
  return [
    `${code} is not one of the documented result codes.`,
    ...(nearMisses.length > 0
      ? ['Documented numbers that look alike:', ...nearMisses.map((row) => `  ${row.code}  ${row.title}`)]
      : ['No documented number looks like it.']),
    `If the SDK gave it, it is undocumented. To look by words instead: ${program} codes camera unplugged`,
  ].join('\n')
}
