import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from '@playwright/test'

/** What a finished command said. */
export interface Ran {
  readonly ok: boolean
  /** Standard output and standard error, trimmed. */
  readonly output: string
}

/** Everything that finding and installing a browser needs of the machine, so that tests can bring their own. */
export interface Host {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isRoot: boolean
  /** Where Playwright keeps (or would keep) its own full Chromium. */
  readonly playwrightChromium: string
  exists(file: string): boolean
  /** Runs a short command quietly. */
  run(file: string, args: readonly string[]): Ran
  /** Runs a long command, its progress shown to the user; resolves to whether it succeeded. */
  show(file: string, args: readonly string[], env?: Record<string, string>): Promise<boolean>
  /** Path of Playwright's command line, to be run with Node. */
  readonly playwrightCli: string
  /** Tells the user one line. */
  say(line: string): void
}

/** The machine that this process runs on. */
export const thisMachine: Host = {
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  get playwrightChromium() {
    return chromium.executablePath()
  },
  get playwrightCli() {
    return createRequire(import.meta.url).resolve('@playwright/test/cli')
  },
  exists: existsSync,
  run(file, args) {
    const ran = spawnSync(file, args, { encoding: 'utf8', timeout: 20_000 })
    const output = `${ran.stdout ?? ''}${ran.stderr ?? ''}${ran.error?.message ?? ''}`.trim()
    return { ok: ran.status === 0, output }
  },
  show(file, args, env = {}) {
    // Progress goes to standard error: standard output belongs to reporters.
    const child = spawn(file, args, { stdio: ['ignore', 2, 2], env: { ...process.env, ...env } })
    return new Promise((resolve) => {
      child.once('error', () => resolve(false))
      child.once('close', (code) => resolve(code === 0))
    })
  },
  say: (line) => process.stderr.write(`${line}\n`),
}
