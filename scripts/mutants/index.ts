import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plan } from '../../scenarios/mutants/plan.ts'
import { readIfThere } from '../../src/ledger/read-if-there.ts'
import { readLedger } from '../../src/ledger/read-ledger.ts'
import { read } from '../../test-app/mutants/table.ts'
import { rowMutants, siteMutants, toBeLookedAt } from './app.ts'
import { Verdicts } from './judge.ts'
import { deafMutants, faultMutants, oneOfSeveralMutants } from './observed.ts'
import type { Run } from './reporter.ts'
import { type Attempt, jobsFor, planOf } from './rounds.ts'
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

Other options go to Playwright. What touches whom is read from ledger-report/ledger.json, of a whole run.`)
  process.exit()
}
const words = args.filter((arg) => !arg.startsWith('-')).map((word) => word.toLowerCase())
const options = args.filter((arg) => arg.startsWith('-') && arg !== '--list')
const report = join(import.meta.dirname, '../../ledger-report')
const metFile = join(report, 'mutants-met.json')
const ledger = readLedger(join(report, 'ledger.json'))
if (!ledger?.run.whole) {
  console.error(
    'There is no ledger of the whole suite in ledger-report, which says who touches what: npm run scenarios',
  )
  process.exit(1)
}

/** Ms that assertions wait, after scenarios that take up to so long by themselves. */
const patience = { quick: 3_000, slow: 25_000 }
const duration = new Map(ledger.scenarios.map(({ id, measured }) => [id, measured.durationMs]))
const isSlow = (scenario: string) => (duration.get(scenario) ?? 0) > 5_000
const began = Date.now()

const isChosen = ({ name }: { name: string }) => words.every((word) => name.toLowerCase().includes(word))
const seen: Record<string, readonly string[]> = JSON.parse(readIfThere(metFile) ?? '{}')
const sites = (await siteMutants(ledger, seen)).filter(isChosen)
/** Fields of what the cloud says unasked are known by name only once scenarios were looked at. */
const isAboutPlaces = sites.length > 0 || words.includes('push')
const looks = args.includes('--list') || !isAboutPlaces ? [] : toBeLookedAt(ledger, seen)
if (looks.length > 0) await lookAt(looks)

const mutants = [
  ...rowMutants(ledger),
  ...(await siteMutants(ledger, seen)),
  ...faultMutants(ledger),
  ...oneOfSeveralMutants(ledger),
  ...deafMutants(ledger),
].filter(isChosen)

if (args.includes('--list')) {
  for (const { name, scenarios } of mutants) console.log(`${name} (${scenarios.length} scenarios)`)
  console.log(`\n${mutants.length} mutants`)
} else await judgeAll()

/** Runs scenarios without a mutant once, to see to which places they come. */
async function lookAt(scenarios: readonly string[]): Promise<void> {
  console.log(`${scenarios.length} scenarios are looked at first: to which places do they come?`)
  const jobs = scenarios.map((scenario) => ({ scenario, mutants: ['none'] }))
  await inTwo(jobs, ({ scenario, status, error }) => {
    if (status !== 'passed') console.log(`cannot judge: ${scenario} ${status} without any mutant: ${error}`)
  })
}

/** A scenario that ends early comes to fewer places than it did before, and to no other ones. */
function remember({ scenario, met }: Run): void {
  seen[scenario] = [...new Set([...(seen[scenario] ?? []), ...met])].sort()
}

async function judgeAll(): Promise<void> {
  const verdicts = new Verdicts(mutants)
  console.log(`${mutants.length} mutants`)
  for (let attempts = verdicts.next(); attempts.length > 0; attempts = verdicts.next())
    await attempt(attempts, verdicts)
  const { killed, survivors, untouched } = verdicts
  for (const { name, tried } of survivors)
    console.log(`SURVIVED ${name}\n           not noticed by ${tried.join(', ')}`)
  for (const { name } of untouched) console.log(`UNTOUCHED ${name}`)
  const tried = killed.length + survivors.length
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(
    `\n${killed.length} of ${tried} mutants killed (${((100 * killed.length) / (tried || 1)).toFixed(1)} %), ` +
      `${survivors.length} survived, ${untouched.length} that no scenario touches, in ${seconds} s`,
  )
  process.exitCode = survivors.length === 0 && killed.length > 0 ? 0 : 1
}

async function attempt(attempts: readonly Attempt[], verdicts: Verdicts): Promise<void> {
  const jobs = jobsFor(attempts, (name) => String(read(name)?.code ?? name))
  const open = new Set(attempts.map(({ mutant, scenario }) => `${mutant.name} ${scenario}`))
  console.log(`${attempts.length} to judge, in ${jobs.length} runs of scenarios`)
  await inTwo(jobs, (run, names) => {
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

/** Slow scenarios run apart, because only they need patience. */
async function inTwo(
  jobs: readonly { scenario: string; mutants: readonly string[] }[],
  each: (run: Run, mutants: readonly string[]) => void,
): Promise<void> {
  for (const pace of ['quick', 'slow'] as const) {
    const plan: Plan = planOf(jobs.filter(({ scenario }) => isSlow(scenario) === (pace === 'slow')))
    if (Object.keys(plan).length === 0) continue
    await runPlan(
      plan,
      patience[pace],
      (run) => {
        remember(run)
        each(run, plan[run.round]?.[run.scenario] ?? [])
      },
      options,
    )
    writeFileSync(metFile, JSON.stringify(seen))
  }
}
