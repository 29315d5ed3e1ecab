import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { slowed, timesOf } from '../slow/slowed.ts'
import { byKind, scenariosIn, section } from './kinds.ts'

/**
 * `npm run flakes -- [--times <t>] <n> [files]`: each scenario n times on a machine made t times slower, four times by
 * default. Adds what it saw, by kind of fault, to docs/flakes.md.
 */
const [times, [count, ...files]] = timesOf(process.argv.slice(2))
const repeats = Number(count)
if (!Number.isInteger(repeats) || repeats < 1)
  throw new TypeError('Say how often each scenario is to run, as in: npm run flakes -- 20 network')

const machine = slowed(times)
const command = [
  'npx',
  '--no-install',
  'playwright',
  'test',
  `--repeat-each=${repeats}`,
  '--trace=off',
  ...files,
]
const { ZEGO_PACE: _, ...env } = process.env // to be measured there
const [program = '', ...args] = [...machine.prefix, ...command]
try {
  process.exitCode = spawnSync(program, args, { stdio: 'inherit', env }).status ?? 1
} finally {
  machine.dispose()
}

const root = join(import.meta.dirname, '../..')
const page = join(root, 'docs/flakes.md')
const heading =
  '# Flakes\n\nRuns of the scenarios on a machine made slow, by `npm run flakes`, newest last.\n'
const date = new Date().toISOString().slice(0, 10)
const how = `Each of ${files.join(', ') || 'all scenarios'} ${repeats} times; ${machine.how}.`
const before = existsSync(page) ? readFileSync(page, 'utf8') : heading
const rows = byKind(scenariosIn(join(root, 'ledger-report/ledger.json')))
writeFileSync(page, `${before}\n${section(rows, { date, how })}`)
console.log(section(rows, { date, how }))
