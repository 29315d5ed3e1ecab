import { evidenceClasses, sections } from '../codes/index.ts'
import { type Terminal, wrap } from './terminal.ts'

/** What a command is told by, and does. */
interface Command {
  /** As it is typed, after `npx zego-faults`. */
  readonly usage: string
  readonly does: string
  /** Its options. */
  readonly options: readonly Option[]
  /** When somebody needs it, and what to type then. */
  readonly examples: readonly (readonly [when: string, typed: string])[]
}

type Option = 'section' | 'evidence' | 'json' | 'dry-run'

/** The commands, but for `help` itself. */
export const commands: Readonly<Record<string, Command>> = {
  init: {
    usage: 'init [--dry-run]',
    does:
      'Writes a Playwright configuration and a first test into the project in this folder, where they are missing. ' +
      'It changes no file, and says what is left for you to do.',
    options: ['dry-run'],
    examples: [['Start in your own app', 'init']],
  },
  codes: {
    usage: 'codes [word ...] [--section <section>] [--evidence <class>] [--json]',
    does: 'Lists all documented codes, or those in which every word occurs.',
    options: ['section', 'evidence', 'json'],
    examples: [
      ['You know what happened, in words', 'codes camera unplugged'],
      ['Everything about devices', 'codes --section device'],
      ['What the SDK does differently today', 'codes --evidence superseded'],
      ['All numbers, for a script', 'codes --json'],
    ],
  },
  explain: {
    usage: 'explain <code> [--json]',
    does:
      'What one code means, what an app should do, how it can be made to happen, and what this version of the SDK really ' +
      'does. To make a code happen in a test, write the call that stands under "Made by".',
    options: ['json'],
    examples: [['You saw a number in a log', 'explain 1103065']],
  },
}

/** What is typed before a command, wherever the package is installed. */
export const program = 'npx zego-faults'

const optionsText: Readonly<Record<Option, readonly [usage: string, does: string]>> = {
  section: [
    '--section <section>',
    `Only one section of the documentation: ${sections.map(({ id }) => id).join(', ')}`,
  ],
  evidence: [
    '--evidence <class>',
    `Only rows of one evidence class: ${Object.keys(evidenceClasses).join(', ')}`,
  ],
  json: ['--json', 'For programs.'],
  'dry-run': ['--dry-run', 'Only say what init would write.'],
}

const exitCodes = [
  ['0', 'Found, or all is there.'],
  ['1', 'No documented code is like that, or init could not write a file.'],
  ['2', 'The command line cannot be understood.'],
] as const

/** What `help` prints: all commands, or the one that is asked for. */
export function helpText(terminal: Terminal, only?: string): string {
  const shown = Object.entries(commands).filter(([name]) => !only || name === only)
  const options = (Object.keys(optionsText) as Option[]).filter((option) =>
    shown.some(([, command]) => command.options.includes(option)),
  )
  const examples = shown.flatMap(([, command]) => command.examples)
  const intro =
    only === undefined
      ? 'zego-faults: a first test for your app, and what is known of each result code that ZEGO documents'
      : (commands[only]?.does ?? '')
  const parts = [
    wrap(intro, terminal.width),
    ['Usage', ...shown.map(([, { usage }]) => `  ${program} ${usage}`)],
    only
      ? []
      : ['Commands', ...list([...shown.map(([name, { does }]) => [name, does] as const), helps], terminal)],
    [
      'Options',
      ...list(
        [
          ...options.map((option) => optionsText[option]),
          ['--help', 'This text.'],
          ['--version', 'The version of this package.'],
        ],
        terminal,
      ),
    ],
    [
      'Examples',
      ...list(
        examples.map(([when, typed]) => [`${when}:`, `${program} ${typed}`]),
        terminal,
      ),
    ],
    options.includes('evidence')
      ? ['Evidence classes', ...list(Object.entries(evidenceClasses), terminal)]
      : [],
    only ? [] : ['Exit codes', ...list(exitCodes, terminal)],
  ]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

const helps = ['help', 'This text, or with the name of a command what that one does.'] as const

/** Two columns, the second of them wrapped. */
function list(
  rows: readonly (readonly [left: string, right: string])[],
  { width }: Terminal,
): readonly string[] {
  const column = Math.max(...rows.map(([left]) => left.length)) + 5
  return rows.flatMap(([left, right]) =>
    wrap(right, width - column).map((line, index) =>
      index === 0 ? `  ${left}`.padEnd(column) + line : ' '.repeat(column) + line,
    ),
  )
}
