import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Observation } from '../../observe/observation.ts'
import type { LedgerOptions } from '../reporter.ts'
import { type RunRecord, reactionAttachment, recordAttachment } from '../run/record.ts'

const harness = join(dirname(fileURLToPath(import.meta.url)), '../../..')

/** A scenario of a made-up project: what it attaches, and how it ends. */
export interface SampleScenario {
  readonly title: string
  readonly tags: readonly string[]
  readonly record?: RunRecord
  readonly fails?: string
  /** What its worker says as it crashes. */
  readonly crashes?: string
  /** Whether it attaches a picture of the app's reaction, by path as Playwright's own pictures are. */
  readonly picture?: boolean
}

/** The smallest thing that calls itself a JPEG. */
export const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xd9])

/** A made-up Playwright project in a folder of its own, whose tests attach what they are told to, without a browser. */
export class SampleProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  readonly options: LedgerOptions

  constructor(options: LedgerOptions = { untagged: 'error' }) {
    this.options = options
    symlinkSync(join(harness, 'node_modules'), join(this.folder, 'node_modules'))
    writeFileSync(join(this.folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(this.folder, 'picture.jpg'), jpeg)
    this.#config('playwright.config.ts', ['line'], 'reporter.ts')
    this.#config('controls.config.ts', [], 'controls-reporter.ts')
  }

  /** Writes a file of scenarios. */
  write(file: string, scenarios: readonly SampleScenario[]): void {
    const tests = scenarios.map(({ title, tags, record, fails, crashes, picture }) => {
      const details = JSON.stringify({ tag: tags })
      const attach =
        record &&
        `await info.attach('${recordAttachment}', { contentType: 'application/json', body: ${JSON.stringify(JSON.stringify(record))} })`
      const show =
        picture &&
        `await info.attach('${reactionAttachment}', { contentType: 'image/jpeg', path: 'picture.jpg' })`
      const end = crashes
        ? `process.stderr.write(${JSON.stringify(crashes)}, () => process.abort())\nawait new Promise(() => {})`
        : fails && `throw new Error(${JSON.stringify(fails)})`
      return `test(${JSON.stringify(title)}, ${details}, async ({}, info) => {\n${attach ?? ''}\n${show || ''}\n${end ?? ''}\n})`
    })
    const source = `import { test } from '@playwright/test'\n${tests.join('\n')}\n`
    writeFileSync(join(this.folder, file), source)
  }

  /** Runs Playwright with these arguments; resolves with its exit code and everything it printed. */
  run(args: readonly string[], variables: NodeJS.ProcessEnv = {}): Promise<{ code: number; output: string }> {
    const cli = join(harness, 'node_modules/@playwright/test/cli.js')
    const notOnGitHub = { GITHUB_ACTIONS: '', GITHUB_STEP_SUMMARY: '' }
    const env = { ...process.env, FORCE_COLOR: '0', CI: '', ...notOnGitHub, ...variables }
    return new Promise((done) => {
      execFile(process.execPath, [cli, ...args], { cwd: this.folder, env }, (error, stdout, stderr) =>
        done({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
      )
    })
  }

  /** Deletes the folder. */
  dispose(): void {
    rmSync(this.folder, { recursive: true })
  }

  #config(file: string, others: readonly string[], reporter: string): void {
    const module = join(harness, 'src/ledger', reporter)
    const reporters = JSON.stringify([...others.map((name) => [name]), [module, this.options]])
    writeFileSync(
      join(this.folder, file),
      `export default { testDir: '.', reporter: ${reporters}, workers: 1 }\n`,
    )
  }
}

/** A record of a device fault after which a code surfaced, unless told otherwise. */
export function sampleRecord(code: number, changes: Partial<RunRecord> = {}): RunRecord {
  return {
    schema: 1,
    injection: 'on',
    sdk: '3.12.0',
    browser: '156.0.0.0',
    receipts: [{ fault: 'device.unplug', means: 'real', at: 1_000, evidence: { readyState: 'ended' } }],
    claims: [
      { code, via: 'event:deviceError', negated: false, passed: true, at: 1_030, observation: seen(code) },
    ],
    surfaced: [{ code, via: 'event:deviceError', at: 1_020, payload: { errorCode: code } }],
    ...changes,
  }
}

/** What settles a claim that a code surfaced on `deviceError`. */
export function seen(code: number): Observation {
  return { at: 1_020, channel: 'event', name: 'deviceError', codes: [code], payload: { errorCode: code } }
}
