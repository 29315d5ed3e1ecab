import { type Block, placeOf } from './page.ts'

/**
 * How a block is executed:
 * - `test`, `options`, `module`: TypeScript that Playwright runs, the latter two with a small test added
 * - `configuration`: a Playwright configuration, by which a real run is reported
 * - `commands`: lines of a shell
 * - `workflow`: a GitHub Actions workflow, checked together with its commands
 * - `failure`: what a test says that was broken on purpose
 * - `report`: what the reporters of a configuration print
 * - `answer`: what a command prints
 * - `illustration`: nothing to execute, for the reason that its note gives
 */
export type Form =
  | 'test'
  | 'options'
  | 'module'
  | 'configuration'
  | 'commands'
  | 'workflow'
  | 'failure'
  | 'report'
  | 'answer'
  | 'illustration'

interface Rule {
  readonly form: Form
  readonly language: string
  readonly fits: (block: Block) => boolean
}

const says = (pattern: RegExp) => (block: Block) => pattern.test(block.text)
const isNoted = (pattern: RegExp) => (block: Block) => pattern.test(block.note ?? '')

/** What a note may say of a block without a language. */
export const notes = {
  failure: /^output: the test above with (?<before>.+) → (?<after>.+)$/,
  report: /^output: the configuration above$/,
  answer: /^output: (?<command>npx .+)$/,
  illustration: /^illustration: (?<why>.+)$/,
}

const rules: readonly Rule[] = [
  { form: 'configuration', language: 'ts', fits: says(/\bdefineConfig\b/) },
  { form: 'test', language: 'ts', fits: says(/^test\(/m) },
  { form: 'options', language: 'ts', fits: says(/^test\.(use|beforeEach)\(/m) },
  { form: 'module', language: 'ts', fits: says(/^export const test = /m) },
  { form: 'commands', language: 'sh', fits: () => true },
  { form: 'workflow', language: 'yaml', fits: says(/^jobs:$/m) },
  ...(['failure', 'report', 'answer', 'illustration'] as const).map((form) => ({
    form,
    language: '',
    fits: isNoted(notes[form]),
  })),
]

/** Nothing for a block that no rule covers. */
export const formOf = (block: Block): Form | undefined =>
  rules.find(({ language, fits }) => language === block.language && fits(block))?.form

/** What to do with a block that no rule covers. */
export const unknown = (block: Block) =>
  `${placeOf(block)}: nobody knows how to execute this ${block.language || 'unmarked'} block.\n` +
  'Make it a test, options, a module, a configuration (ts), commands (sh) or a workflow (yaml). Above output, put ' +
  'one of: <!-- output: the test above with A → B -->, <!-- output: the configuration above -->, ' +
  '<!-- output: npx … -->, or <!-- illustration: why it is none -->.'
