import { join } from 'node:path'
import { type Complaint, complaintsOf } from './complaints.ts'
import { harnessMutants } from './harness-mutants.ts'
import type { Mutant } from './mutant.ts'
import { WorkingCopy } from './working-copy.ts'

/**
 * `npm run mutants:harness [-- word ...]`: breaks a copy of the harness in named ways, one at a time, and
 * demands that a scenario, a control or the ledger notices each. Words choose mutants by name.
 */
const words = process.argv.slice(2).map((word) => word.toLowerCase())
const mutants = harnessMutants.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
const copy = new WorkingCopy(join(import.meta.dirname, '../../..'))
process.on('exit', () => copy.dispose())
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

console.log(`${mutants.length} mutants. First, what is complained about without any:`)
const before = new Map<Mutant['run'], readonly Complaint[]>()
for (const run of ['scenarios', 'controls'] as const) {
  const scenarios = mutants.filter((mutant) => mutant.run === run).flatMap((mutant) => mutant.scenarios)
  if (scenarios.length === 0) continue
  const complaints = await complaintsOf(copy.folder, run, [...new Set(scenarios)])
  before.set(run, complaints)
  console.log(`  ${run}: ${complaints.map(({ text }) => text).join('\n    ') || 'nothing'}`)
}

let died = 0
for (const mutant of mutants) {
  const { dead, lines } = await judge(mutant)
  if (dead) died += 1
  console.log(
    `${dead ? 'died    ' : 'SURVIVED'} ${mutant.name}${lines.map((line) => `\n           ${line}`).join('')}`,
  )
}
console.log(`\n${died} passed, ${mutants.length - died} failed`)
process.exitCode = died === mutants.length && died > 0 ? 0 : 1

/** Dead is a mutant that draws a complaint that is not there without it, and that is more than a timeout. */
async function judge({
  edits,
  run,
  scenarios,
}: Mutant): Promise<{ dead: boolean; lines: readonly string[] }> {
  const known = (before.get(run) ?? []).map(({ key }) => key)
  const unfit = known.filter((key) => scenarios.some((scenario) => key.includes(`/${scenario}.spec`)))
  if (unfit.length > 0) return { dead: false, lines: [`Cannot be judged: ${unfit} fails without it, too.`] }
  try {
    const complaints = await copy.with(edits, () => complaintsOf(copy.folder, run, scenarios))
    const fresh = complaints.filter(({ key }) => !known.includes(key))
    if (fresh.length === 0) return { dead: false, lines: [`Nobody noticed: not ${scenarios.join(', ')}.`] }
    return { dead: fresh.some(({ certain }) => certain), lines: fresh.map(({ text }) => text) }
  } catch (error) {
    return {
      dead: false,
      lines: [error instanceof Error ? `${error.name}: ${error.message}` : String(error)],
    }
  }
}
