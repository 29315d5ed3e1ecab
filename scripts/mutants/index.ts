import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readIfThere } from '../../src/ledger/read-if-there.ts'
import { readLedger } from '../../src/ledger/read-ledger.ts'
import { read } from '../../test-app/mutants/table.ts'
import { isPlace, rowMutants, siteMutants, toBeLookedAt } from './app.ts'
import { Verdicts } from './judge.ts'
import { after, killersByMutant, none, readKillers, shownFirstTo, writeKillers } from './killers.ts'
import type { Mutant } from './mutant.ts'
import { deafMutants, faultMutants, oneOfSeveralMutants } from './observed.ts'
import type { Run } from './reporter.ts'
import { type Attempt, type Job, jobsFor, patienceFor, planOf } from './rounds.ts'
import { runPlan } from './run.ts'

/**
 * `npm run mutants [-- word ...]`: breaks the sample app, the faults and the observer in generated ways, and demands that a
 * scenario notices each. Words choose mutants by name; `--list` prints them, other options go to Playwright.
 */
const args = process.argv.slice(2)
if (args.includes('--help') || args.includes('-h')) {
  console.log(`npm run mutants                     all, and who survived
npm run mutants -- handler music    those whose name has these words
npm run mutants -- reaction --list  prints them, with how many scenarios touch each
npm run mutants -- --anew           forgets who killed whom, and finds out again

Each is shown first to the scenario that killed it last (scripts/mutants/killers.json). One that survives that, and one that
is new, is shown to others that touch it, which ledger-report/ledger.json says, of a whole run: npm run scenarios.
Other options go to Playwright.`)
  process.exit()
}
const began = Date.now()
const words = args.filter((arg) => !arg.startsWith('-')).map((word) => word.toLowerCase())
const options = args.filter((arg) => arg.startsWith('-') && arg !== '--list' && arg !== '--anew')
const report = join(import.meta.dirname, '../../ledger-report')
const metFile = join(report, 'mutants-met.json')
const lastRun = readLedger(join(report, 'ledger.json'))
const ledger = lastRun?.run.whole ? lastRun : undefined
const known = args.includes('--anew') ? none : readKillers()
const killers = killersByMutant(known)
const durations = new Map(ledger?.scenarios.map(({ id, measured }) => [id, measured.durationMs]))
const seen: Record<string, readonly string[]> = JSON.parse(readIfThere(metFile) ?? '{}')
if (!ledger) {
  console.log(
    'There is no ledger of the whole suite in ledger-report (npm run scenarios), so each mutant is shown to the scenario that killed it last, and to no other.',
  )
}

if (args.includes('--list')) {
  const mutants = await generated()
  for (const { name, scenarios } of mutants) console.log(`${name} (${scenarios.length} scenarios)`)
  console.log(`\n${mutants.length} mutants`)
} else await judgeAll()

/** All mutants that are known by now, as far as the words choose them. */
async function generated(): Promise<readonly Mutant[]> {
  const passed = ledger ?? { scenarios: [] }
  const mutants = [
    ...rowMutants(passed),
    ...(await siteMutants(passed, seen, killers.keys())),
    ...faultMutants(passed),
    ...oneOfSeveralMutants(passed),
    ...deafMutants(passed),
  ]
  const names = new Set(mutants.map(({ name }) => name))
  // Of these a ledger says whether they still are.
  const remembered = [...killers.keys()].filter((name) => !ledger && !names.has(name))
  return [...mutants, ...remembered.map((name) => ({ name, scenarios: [], shares: false }))]
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .map((mutant) => shownFirstTo(standing(killers.get(mutant.name)), mutant))
}

/** The scenario, as long as it has not been taken away or renamed. */
function standing(scenario: string | undefined): string | undefined {
  return !ledger || durations.has(scenario ?? '') ? scenario : undefined
}

function patienceOf(scenario: string): number {
  return Math.max(known.scenarios[scenario]?.patience ?? 0, patienceFor(durations.get(scenario) ?? 0))
}

async function judgeAll(): Promise<void> {
  const verdicts = new Verdicts()
  verdicts.add(await generated())
  // Who comes to a place that is new, or that its last killer passes by now, is to be found out.
  if (verdicts.untouched.some(({ name }) => isPlace(name) && !known.untouched.includes(name))) await look()
  await judge(verdicts)
  if (verdicts.survivors.some(({ name }) => isPlace(name))) await look()
  verdicts.add(await generated())
  await judge(verdicts)

  const { killed, survivors, untouched } = verdicts
  for (const { name, tried } of survivors)
    console.log(`SURVIVED ${name}\n           not noticed by ${tried.join(', ')}`)
  for (const { name } of untouched) console.log(`UNTOUCHED ${name}`)
  const tried = killed.size + survivors.length
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(
    `\n${killed.size} of ${tried} mutants killed (${((100 * killed.size) / (tried || 1)).toFixed(1)} %), ` +
      `${survivors.length} survived, ${untouched.length} that no scenario touches, in ${seconds} s`,
  )
  process.exitCode = survivors.length === 0 && killed.size > 0 ? 0 : 1
  if (ledger) {
    const names = (mutants: readonly { readonly name: string }[]) => mutants.map(({ name }) => name)
    writeKillers(after(known, killed, names(survivors), names(untouched), patienceOf))
  }
}

/** Runs scenarios without a mutant, those that have not been seen yet, to see to which places they come. */
async function look(): Promise<void> {
  const scenarios = ledger ? toBeLookedAt(ledger, seen) : []
  if (scenarios.length === 0) return
  console.log(`${scenarios.length} scenarios are looked at first: to which places do they come?`)
  const jobs = scenarios.map((scenario) => ({ scenario, mutants: ['none'] }))
  await run(jobs, ({ scenario, status, error, met }) => {
    seen[scenario] = met
    if (status !== 'passed') console.log(`cannot judge: ${scenario} ${status} without any mutant: ${error}`)
  })
}

async function judge(verdicts: Verdicts): Promise<void> {
  for (let attempts = verdicts.next(); attempts.length > 0; attempts = verdicts.next())
    await attempt(attempts, verdicts)
}

async function attempt(attempts: readonly Attempt[], verdicts: Verdicts): Promise<void> {
  const jobs = jobsFor(attempts, (name) => String(read(name)?.code ?? name))
  const open = new Set(attempts.map(({ mutant, scenario }) => `${mutant.name} ${scenario}`))
  console.log(`${attempts.length} to judge, in ${jobs.length} runs of scenarios`)
  await run(jobs, (run, names) => {
    remember(run)
    const noticed = verdicts.take(run, names)
    for (const name of names) {
      open.delete(`${name} ${run.scenario}`)
      const [line = ''] = run.error.split('\n')
      console.log(
        `${noticed.includes(name) ? 'killed' : 'alive '} ${name}, ${run.scenario} (${run.durationMs} ms) ${line}`,
      )
    }
  })
  for (const { mutant, scenario } of attempts)
    if (open.has(`${mutant.name} ${scenario}`)) verdicts.giveUp(mutant.name, scenario)
}

async function run(
  jobs: readonly Job[],
  each: (run: Run, mutants: readonly string[]) => void,
): Promise<void> {
  const plan = planOf(jobs, patienceOf)
  await runPlan(plan, (run) => each(run, plan[run.round]?.scenarios[run.scenario] ?? []), options)
  writeFileSync(metFile, JSON.stringify(seen))
}

/** Every run tells of more places, but one that ends early is no look. */
function remember({ scenario, met }: Run): void {
  const before = seen[scenario]
  if (before) seen[scenario] = [...new Set([...before, ...met])].sort()
}
