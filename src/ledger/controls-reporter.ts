import { writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { FullConfig, FullResult, Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter'
import { controlOf, worstOfEach } from './controls/control-of.ts'
import type { Control, ControlOutcome } from './controls/controls.ts'
import { readRecordedProofs, recordedProofsFile } from './proofs/recorded-proofs.ts'
import { ReportFolder } from './report-folder.ts'
import type { LedgerOptions } from './reporter.ts'
import { baseFolder, collect, ran } from './run/collect.ts'
import { proofProblems } from './verdict/problems.ts'

/**
 * Playwright reporter of the controls, in which every fault is a no-op: turns the verdict round. A scenario passes when
 * it fails at `toSurface`, because then it is its fault that makes it green. Leaves `{ passed, failed, failures }` in the file that
 * `ZEGO_CONTROLS_OUTPUT_FILE` names, for a script that runs the controls.
 *
 * @example reporter: [['./src/ledger/controls-reporter.ts', { outputFolder: 'ledger-report' }]]
 */
export default class ControlsReporter implements Reporter {
  readonly #outputFolder: string
  #run?: { readonly config: FullConfig; readonly suite: Suite; readonly total: number }
  #ended = 0
  #errors = 0

  constructor({ outputFolder = 'ledger-report' }: LedgerOptions = {}) {
    this.#outputFolder = outputFolder
  }

  printsToStdio(): boolean {
    return true
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#run = { config, suite, total: suite.allTests().length }
    print(`Controls: ${this.#run.total} scenarios without their faults; each must fail at toSurface.`)
  }

  onTestEnd(test: TestCase): void {
    if (!this.#run) return
    const { config, total } = this.#run
    this.#ended += 1
    const control = controlOf(ran(test, config))
    const took = `${(control.measured.durationMs / 1000).toFixed(1)}s`.padStart(6)
    print(
      `  ${this.#ended}/${total} ${took} ${line({ ...control, why: control.outcome === 'exempt' ? null : control.why })}`,
    )
  }

  /** What a worker says as it crashes is the only trace of why. */
  onStdErr(chunk: string | Buffer): void {
    process.stderr.write(chunk)
  }

  onError({ message, value }: TestError): void {
    this.#errors += 1
    print(`Error outside of a scenario: ${message ?? value ?? 'without a message'}`)
  }

  async onEnd(result: FullResult): Promise<{ status: FullResult['status'] } | undefined> {
    if (!this.#run) return undefined
    const { config, suite } = this.#run
    const controls = worstOfEach(collect(suite, config).map(controlOf))
    if (this.#isList(result)) {
      for (const { id } of controls) print(`  ${id}`)
      return undefined
    }
    const of = (...outcomes: ControlOutcome[]) =>
      controls.filter(({ outcome }) => outcomes.includes(outcome)).length
    const red = of('red')
    const failed = of('green', 'wrong-reason', 'not-run')
    const status = failed > 0 || controls.length === 0 || this.#errors > 0 ? unlessStopped(result) : 'passed'
    const base = baseFolder(config)
    const folder = new ReportFolder(resolve(base, this.#outputFolder), base)
    const ledger = folder.writeControls({
      schema: 1,
      status: status === 'passed' ? 'passed' : 'failed',
      scenarios: controls,
      measured: { startedAt: result.startTime.toISOString(), durationMs: Math.round(result.duration) },
    })
    const recorded = readRecordedProofs(join(base, recordedProofsFile))
    const met = controls.length === ledger?.scenarios.length
    const lost = recorded && ledger?.run.whole && met ? proofProblems(recorded, ledger, 'controls') : []
    for (const { message } of lost) print(message)
    for (const text of closing(controls, relative(process.cwd(), folder.path))) print(text)
    const count = process.env.ZEGO_CONTROLS_OUTPUT_FILE
    const failures = controls.filter(isWrong).map(({ id, why }) => `${id}: ${why?.split('\n')[0]}`)
    if (count) writeFileSync(count, JSON.stringify({ passed: red, failed, failures }))
    print(`${red} passed, ${failed} failed`)
    return { status: lost.length > 0 ? unlessStopped(result) : status }
  }

  /** `--list` selects without running: the controls of the last run stay. */
  #isList({ status }: FullResult): boolean {
    return status === 'passed' && this.#ended === 0 && this.#errors === 0 && Boolean(this.#run?.total)
  }
}

const words: Record<ControlOutcome, string> = {
  red: 'red   ',
  green: 'GREEN ',
  'wrong-reason': 'WRONG ',
  'not-run': 'NOT RUN',
  exempt: 'exempt',
}

function line({ id, outcome, why }: Control): string {
  return `${words[outcome]} ${id}${why ? `\n      ${why}` : ''}`
}

function closing(controls: readonly Control[], folder: string): readonly string[] {
  const failed = controls.filter(isWrong)
  const exempt = controls.filter(({ outcome }) => outcome === 'exempt')
  return [
    ...(exempt.length > 0 ? ['', `No control is possible for ${exempt.length}:`, ...exempt.map(listed)] : []),
    ...(failed.length > 0 ? ['', 'Not red for the right reason:', ...failed.map(listed)] : []),
    ...(controls.length === 0 ? ['No scenario was selected, so nothing is controlled.'] : []),
    '',
    `Passed means red for the right reason. Written to ${folder}/controls.json`,
  ]
}

const isWrong = ({ outcome }: Control) => outcome !== 'red' && outcome !== 'exempt'

function listed(control: Control): string {
  return `  ${line(control)}`
}

/** A run that was stopped stays so; any other one failed. */
function unlessStopped({ status }: FullResult): FullResult['status'] {
  return status === 'passed' ? 'failed' : status
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
