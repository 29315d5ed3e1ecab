import { execFile } from 'node:child_process'
import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { slowness } from '../../src/machine/slowness.ts'
import { root } from './page.ts'

/** How a process ended, and all that it said. */
export interface Ended {
  readonly code: number
  readonly output: string
}

interface Where {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** How long a program may take, in ms: many times what it does on a machine that has nothing else to do. */
export const patience = Math.ceil(480_000 * slowness())

const ended = new Map<string, Promise<Ended>>()

/** Runs `node`, or what npx finds here as `playwright`, `tsc` or `zego-faults`. What ran once with the same arguments is not run again. */
export function run(
  program: string,
  args: readonly string[],
  { cwd = root, env = {} }: Where = {},
): Promise<Ended> {
  const key = JSON.stringify([program, args, cwd])
  const known = ended.get(key) ?? start(program, args, { cwd, env })
  ended.set(key, known)
  return known
}

/** Where npx finds it, without the second that npx takes. */
const programs: Readonly<Record<string, string>> = {
  playwright: 'node_modules/@playwright/test/cli.js',
  tsc: 'node_modules/typescript/bin/tsc',
  'zego-faults': manifest.bin['zego-faults'],
}

function start(program: string, args: readonly string[], { cwd, env }: Required<Where>): Promise<Ended> {
  const first = programs[program] ? [join(root, programs[program])] : []
  const options = {
    cwd,
    env: { ...cleanEnvironment(), FORCE_COLOR: '0', ...env },
    maxBuffer: 2 ** 26,
    // Playwright ends its browsers and servers when it is interrupted.
    timeout: patience,
    killSignal: 'SIGINT',
  } as const
  return new Promise((done) => {
    execFile(process.execPath, [...first, ...args], options, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) || 1 : 0, output: stdout + stderr }),
    )
  })
}

/** Without what the runner of this test tells its children, and as on a developer's machine. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = /^(VITEST|NODE_ENV|TEST|CI$|GITHUB_)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)))
}
