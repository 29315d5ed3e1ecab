import { parse } from 'yaml'
import { commandsOf } from './commands.ts'

interface Step {
  readonly uses?: string
  readonly run?: string
}

interface Job {
  readonly 'runs-on'?: string
  readonly needs?: string | readonly string[]
  readonly strategy?: { readonly matrix?: Readonly<Record<string, readonly unknown[]>> }
  readonly steps?: readonly Step[]
}

/** What is wrong with a workflow of GitHub Actions, as far as it can be seen without GitHub. */
export function complaintsAboutWorkflow(text: string): readonly string[] {
  const jobs = jobsOf(text)
  return Object.entries(jobs).flatMap(([name, job]) => [
    ...(job['runs-on'] ? [] : [`job ${name} does not say what it runs on`]),
    ...(job.steps?.length ? [] : [`job ${name} has no steps`]),
    ...[job.needs ?? []]
      .flat()
      .flatMap((other) => (other in jobs ? [] : [`job ${name} needs ${other}, which is none`])),
    ...(job.steps ?? []).flatMap((step) => wrongStep(name, step)),
    ...missingShards(commandsOfJob(job)).map((shards) => `job ${name} does not run all of ${shards} shards`),
  ])
}

/** The commands of all jobs, once for each combination of their matrix. */
export function commandsOfWorkflow(text: string): readonly string[] {
  return Object.values(jobsOf(text)).flatMap(commandsOfJob)
}

const commandsOfJob = ({ steps = [], strategy }: Job): readonly string[] =>
  Object.entries(strategy?.matrix ?? {}).reduce(
    (commands, [name, values]) => commands.flatMap((each) => filledIn(each, name, values)),
    steps.flatMap(({ run = '' }) => commandsOf(run)),
  )

/** Numbers of shards of which some are left out. */
function missingShards(commands: readonly string[]): readonly number[] {
  const shards = commands.flatMap((command) =>
    [...command.matchAll(/--shard=(\d+)\/(\d+)/g)].map(([, , of]) => Number(of)),
  )
  return [...new Set(shards)].filter((of) => shards.filter((each) => each === of).length !== of)
}

function wrongStep(job: string, { uses, run }: Step): readonly string[] {
  if (uses === undefined && run === undefined) return [`job ${job} has a step that does nothing`]
  if (uses === undefined || /^[\w-]+\/[\w-]+@v\d+$/.test(uses)) return []
  return [`job ${job} uses ${uses}, which is not like owner/name@v1`]
}

function filledIn(command: string, name: string, values: readonly unknown[]): readonly string[] {
  const variable = new RegExp(`\\$\\{\\{\\s*matrix\\.${name}\\s*\\}\\}`, 'g')
  return [...new Set(values.map((value) => command.replaceAll(variable, String(value))))]
}

function jobsOf(text: string): Readonly<Record<string, Job>> {
  return (parse(text) as { jobs?: Record<string, Job> }).jobs ?? {}
}
