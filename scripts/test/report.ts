import type { Results } from './results.ts'

/** A step that has run. */
export interface Done extends Results {
  readonly name: string
  readonly ms: number
}

/** `7m05s`; of less than a minute, `5s`. */
export function duration(ms: number): string {
  const all = Math.round(ms / 1_000)
  const [minutes, seconds] = [Math.floor(all / 60), all % 60]
  return minutes ? `${minutes}m${String(seconds).padStart(2, '0')}s` : `${seconds}s`
}

/** What is printed before a step: which, how long it took so far, and what is left. */
export function heading(name: string, done: readonly Done[], left: readonly string[]): string {
  const count = done.length + 1 + left.length
  const after = left.length ? `, then: ${left.join(', ')}` : ', the last'
  return `\n== ${done.length + 1} of ${count}: ${name} (${duration(sum(done, 'ms'))} so far${after})`
}

/** What is printed after a step. */
export function ending({ name, passed, failed, ms }: Done): string {
  return `== ${name}: ${passed} passed, ${failed} failed, in ${duration(ms)}`
}

/** What failed, a table of all steps, and the closing line, which is the last and stands alone. */
export function closing(done: readonly Done[]): string {
  const failures = done.flatMap(({ name, failures }) => failures.map((line) => `  ${name}: ${line}`))
  const [passed, failed] = [sum(done, 'passed'), sum(done, 'failed')]
  const all = { name: 'all', passed, failed, ms: sum(done, 'ms') }
  const width = Math.max(...done.map(({ name }) => name.length))
  const row = (cells: readonly string[]) =>
    cells.map((cell, index) => (index ? cell.padStart(9) : `  ${cell.padEnd(width)}`)).join('')
  const rows = [...done, all].map((step) =>
    row([step.name, String(step.passed), String(step.failed), duration(step.ms)]),
  )
  return [
    ...(failures.length ? ['', 'What failed:', ...failures] : []),
    ...['', row(['step', 'passed', 'failed', 'time']), ...rows],
    ...['', `${passed} passed, ${failed} failed`],
  ].join('\n')
}

function sum(done: readonly Done[], key: 'passed' | 'failed' | 'ms'): number {
  return done.reduce((all, step) => all + step[key], 0)
}
