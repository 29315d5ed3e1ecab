import { parseArgs } from 'node:util'
import { evidenceClasses, sections, UnknownCode } from '../codes/index.ts'
import { nearest } from '../codes/search/nearest.ts'
import { codesCommand } from './codes-command.ts'
import { explainCommand } from './explain-command.ts'
import { help } from './help.ts'
import { initCommand } from './init/init-command.ts'
import { processTerminal, type Terminal, wrap } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** The commands, with the options that each has. */
const commands: Readonly<Record<string, readonly string[]>> = {
  init: ['dry-run'],
  codes: ['section', 'evidence', 'json'],
  explain: ['json'],
}

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
    terminal.err(`${error.message}\nSee zego-faults --help.`)
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
  if (values.help || command === undefined) {
    terminal.out(helpText(terminal))
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
  if (/^\d+$/.test(command))
    throw new UsageError(`Unknown command ${command}. Did you mean: explain ${command}?`)
  const close = nearest(command, Object.keys(commands))
  throw new UsageError(
    `Unknown command ${command}. ${close.length > 0 ? `Did you mean ${close[0]}?` : `There are ${Object.keys(commands).join(', ')}.`}`,
  )
}

/** @throws {UsageError} for an option of another command; of an unknown command, nothing is known */
function demandOwnOptions(command: string, values: object): void {
  const own = commands[command]
  const strange = Object.keys(values).find((option) => own && !own.includes(option))
  if (!strange) return
  const owners = Object.keys(commands).filter((each) => commands[each]?.includes(strange))
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
      },
    })
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message.split('. ')[0])
    throw error
  }
}

function helpText({ width }: Terminal): string {
  const list = (words: readonly string[]) => wrap(words.join(', '), width - 24).join(`\n${' '.repeat(24)}`)
  const classes = Object.entries(evidenceClasses).map(([name, meaning]) => {
    const lines = wrap(meaning, width - 23)
    return `  ${name.padEnd(21)}${lines.join(`\n${' '.repeat(23)}`)}`
  })
  return help
    .replace('{sections}', `\n${' '.repeat(24)}${list(sections.map(({ id }) => id))}`)
    .replace('{evidence}', `\n${' '.repeat(24)}${list(Object.keys(evidenceClasses))}`)
    .replace('{classes}', classes.join('\n'))
}

/** The error's own text is for people who write tests. */
function forThePrompt({ code, nearMisses }: UnknownCode): string {
  return [
    `${code} is not one of the documented result codes.`,
    ...(nearMisses.length > 0
      ? ['Documented numbers that look alike:', ...nearMisses.map((row) => `  ${row.code}  ${row.title}`)]
      : ['No documented number looks like it.']),
    'If the SDK gave it, it is undocumented. To look by words instead: zego-faults codes camera unplugged',
  ].join('\n')
}
