import { NothingToRun } from './choose.ts'
import { clients } from './clients.ts'
import { coreFiles } from './core.ts'
import { cost } from './cost.ts'
import { doors } from './doors.ts'
import { media } from './media.ts'
import { people } from './people.ts'
import { measure, scenarios } from './scenarios.ts'
import { time } from './time.ts'

interface Bench {
  readonly about: string
  readonly run: (filters: readonly string[]) => Promise<void>
  /** Whether it takes parts of paths of scenarios. */
  readonly takesFilters?: boolean
}

const benches: Record<string, Bench> = {
  clients: { about: 'cost per client of 1, 10 and 50 in one cloud', run: clients },
  doors: { about: 'login through the wire door and the MSW door', run: doors },
  media: { about: 'publish, play, first frame; CPU per virtual stream', run: media },
  core: {
    about: 'the situations met first, against a bare page test',
    run: () => measure(coreFiles(), ['bench/steps-alone/same-steps.spec.ts']),
  },
  people: { about: 'cost per person of 10, 50 and 200 in one room', run: people },
  time: { about: 'how far waits are shortened', run: time, takesFilters: true },
  cost: {
    about: 'CPU of all processes and time, of this tree and of another commit',
    run: cost,
    takesFilters: true,
  },
  scenarios: {
    about: 'every scenario against a bare page test (half an hour)',
    run: scenarios,
    takesFilters: true,
  },
}

const usage = `npm run bench                                   all but scenarios and cost
npm run bench <bench>…
npm run bench scenarios -- device kicked-out    those whose path contains one of these
npm run bench cost -- --against HEAD~1 [--rounds 3] [--workers 1,2] [--all] [parts of paths]

${Object.entries(benches)
  .map(([name, { about }]) => `  ${name.padEnd(10)} ${about}`)
  .join('\n')}`

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}

const args = process.argv.slice(2)
if (args.some((arg) => /^(--help|-h)$/.test(arg))) {
  console.log(usage)
  process.exit()
}
const first = args.findIndex((arg) => !(arg in benches))
const names = first < 0 ? args : args.slice(0, first)
const filters = first < 0 ? [] : args.slice(first)
if (first === 0) fail(`There is no bench '${args[0]}'.\n\n${usage}`)
const chosen = names.length
  ? names
  : Object.keys(benches).filter((name) => name !== 'scenarios' && name !== 'cost')
for (const name of filters.length ? names : [])
  if (!benches[name]?.takesFilters) fail(`The bench '${name}' takes no '${filters[0]}'.\n\n${usage}`)

try {
  for (const name of chosen) await benches[name]?.run(filters)
} catch (error) {
  if (error instanceof NothingToRun) fail(error.message)
  throw error
}
