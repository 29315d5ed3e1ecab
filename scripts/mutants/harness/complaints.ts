import { execFile } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Controls } from '../../../src/ledger/controls/controls.ts'
import type { Ledger } from '../../../src/ledger/ledger.ts'
import type { Mutant } from './mutant.ts'

/** What a run complained about. */
export interface Complaint {
  /** The same in every run that complains about the same. */
  readonly key: string
  readonly text: string
  /** Whether it can only mean that something was noticed; a timeout can mean a busy machine, too. */
  readonly certain: boolean
}

/** The run did not get as far as its scenarios, so it says nothing about them. */
export class NothingRan extends Error {
  override name = 'NothingRan'
}

/**
 * Runs scenarios, or their controls, in a copy of the project.
 *
 * @returns scenarios that failed and claims that do not hold; of controls, those that are not red for the right reason
 * @throws {NothingRan} with the end of the output, when nothing ran to its end
 */
export async function complaintsOf(
  folder: string,
  run: Mutant['run'],
  scenarios: readonly string[],
): Promise<readonly Complaint[]> {
  rmSync(join(folder, 'ledger-report'), { recursive: true, force: true })
  const files = scenarios.map((scenario) => `${scenario}.spec`)
  const config = run === 'controls' ? ['-c', 'playwright.controls.config.ts'] : reporters
  const output = await playwright(folder, ['test', ...files, ...config, '--timeout', String(patience)])
  try {
    return run === 'controls' ? ofControls(folder) : ofLedger(folder)
  } catch (error) {
    throw new NothingRan(`${error instanceof Error ? error.message : error}\n${output.slice(-1_500)}`)
  }
}

/** Ms for one scenario: a busy machine must not look like a mutant that died. */
const patience = 90_000
const reporters = ['--reporter', 'dot,./src/ledger/reporter.ts']

function ofLedger(folder: string): readonly Complaint[] {
  const { scenarios, problems } = readReport<Ledger>(folder, 'ledger.json')
  if (scenarios.every(({ outcome }) => outcome === 'not-run')) throw new Error('No scenario ran.')
  return [
    ...scenarios
      .filter(({ outcome }) => outcome !== 'passed')
      .map(({ id, outcome, measured }) => ({
        key: id,
        text: `${id} ${outcome}: ${firstLine(measured.error)}`,
        certain: outcome === 'failed',
      })),
    ...problems.map(({ kind, code, message }) => ({
      key: `${kind} ${code}`,
      text: `ledger: ${firstLine(message).slice(0, 120)}…`,
      certain: true,
    })),
  ]
}

function ofControls(folder: string): readonly Complaint[] {
  const { scenarios } = readReport<Controls>(folder, 'controls.json')
  if (scenarios.every(({ outcome }) => outcome === 'not-run')) throw new Error('No control ran.')
  return scenarios
    .filter(({ outcome }) => outcome !== 'red' && outcome !== 'exempt')
    .map(({ id, outcome, why }) => ({
      key: id,
      text: `control of ${id} is ${outcome}: ${firstLine(why)}`,
      certain: !why?.startsWith('Timed out'),
    }))
}

function readReport<Report>(folder: string, file: string): Report {
  return JSON.parse(readFileSync(join(folder, 'ledger-report', file), 'utf8'))
}

function firstLine(text: string | null): string {
  return text?.split('\n')[0] ?? ''
}

function playwright(folder: string, args: readonly string[]): Promise<string> {
  const cli = join(folder, 'node_modules/@playwright/test/cli.js')
  const options = { cwd: folder, env: { ...process.env, FORCE_COLOR: '0' }, maxBuffer: 2 ** 26 }
  return new Promise((done) => {
    execFile(process.execPath, [cli, ...args], options, (_, stdout, stderr) => done(stdout + stderr))
  })
}
