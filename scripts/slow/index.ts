import { spawnSync } from 'node:child_process'
import { slowed, timesOf } from './slowed.ts'

/**
 * `npm run slow -- [--times <n>] [arguments of playwright test]`: scenarios on a machine made slower, four times by default.
 * `--run` and a command runs that instead: `npm run slow -- --run npx vitest run src/cloud`.
 */
const [times, rest] = timesOf(process.argv.slice(2))
const command = rest[0] === '--run' ? rest.slice(1) : ['npx', '--no-install', 'playwright', 'test', ...rest]
const [file, ...args] = command
if (!file)
  throw new TypeError('Say what is to be run after --run, as in: npm run slow -- --run npx vitest run')
const machine = slowed(times)
console.log(`Slow machine: ${machine.how}.`)
const [program = file, ...all] = [...machine.prefix, file, ...args]
const { ZEGO_PACE: _, ...env } = process.env // to be measured there
try {
  process.exitCode = spawnSync(program, all, { stdio: 'inherit', env }).status ?? 1
} finally {
  machine.dispose()
}
