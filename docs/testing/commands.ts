import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { run } from './run.ts'

/** What is wrong with a command; nothing when it works. */
type Complaint = string | undefined

interface Kind {
  readonly pattern: RegExp
  readonly check: (args: readonly string[], cwd: string) => Complaint | Promise<Complaint>
}

/** The commands of a script, one by one, without comments. */
export const commandsOf = (script: string): readonly string[] =>
  script
    .split('\n')
    .flatMap((line) => line.replace(/(^|\s)#.*$/, '').split('&&'))
    .map((command) => command.trim())
    .filter(Boolean)

const kinds: readonly Kind[] = [
  { pattern: /^npm (ci|install|i)\b/, check: (args) => args.flatMap(unknownPackage)[0] },
  { pattern: /^npm (?=test$)/, check: missingScript },
  { pattern: /^npm run /, check: missingScript },
  { pattern: /^npx playwright test\b/, check: listed },
  { pattern: /^npx playwright merge-reports /, check: missingConfiguration },
  { pattern: /^npx zego-faults (?=init\b)/, check: begun },
  { pattern: /^npx zego-faults /, check: answered },
  { pattern: /^node -e /, check: evaluated },
]

/**
 * Checks that a command exists and works: tests are listed, `zego-faults` is run, scripts are looked up, and what is
 * installed is known.
 */
export async function complaintAbout(command: string, cwd: string): Promise<Complaint> {
  const kind = kinds.find(({ pattern }) => pattern.test(command))
  if (!kind) return `nobody knows how to check the command: ${command}`
  const rest = command.replace(kind.pattern, '')
  const args = [...rest.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, ...one]) => one.find(Boolean) ?? '')
  const complaint = await kind.check(args, cwd)
  return complaint && `${command}: ${complaint}`
}

function unknownPackage(arg: string): string[] {
  const { name, dependencies, devDependencies, peerDependencies } = manifest
  const known = Object.keys({ [name]: '', ...dependencies, ...devDependencies, ...peerDependencies })
  return arg.startsWith('-') || known.includes(arg) ? [] : [`${arg} is not a package of ours`]
}

function missingScript([name = '']: readonly string[]): Complaint {
  return name in manifest.scripts ? undefined : `package.json has no script ${name}`
}

/** Of a shard, that there is something left for it. No reporter is told: some of them write reports of lists, too. */
async function listed(args: readonly string[], cwd: string): Promise<Complaint> {
  const [, shard = 1, shards = 1] = /--shard=(\d+)\/(\d+)/.exec(args.join(' ')) ?? []
  const filters = args.filter((arg) => !/^--(ui|reporter|shard)\b/.test(arg))
  const { code, output } = await run('playwright', ['test', '--list', '--reporter=list', ...filters], { cwd })
  const total = Number(/^Total: (\d+)/m.exec(output)?.[1] ?? 0)
  if (code !== 0 || !total) return `no test is listed\n${output}`
  return Number(shard) <= Number(shards) && Number(shards) <= total
    ? undefined
    : `nothing is left for shard ${shard}`
}

async function answered(args: readonly string[]): Promise<Complaint> {
  const { code, output } = await run('zego-faults', args)
  return code === 0 && output ? undefined : `it ended with ${code}\n${output}`
}

/** In a project of its own, since it writes. */
async function begun(args: readonly string[]): Promise<Complaint> {
  const cwd = mkdtempSync(join(tmpdir(), 'zego-faults-init-'))
  writeFileSync(join(cwd, 'package.json'), '{ "scripts": { "dev": "vite" } }')
  const { code, output } = await run('zego-faults', args, { cwd })
  rmSync(cwd, { recursive: true })
  return code === 0 ? undefined : `it ended with ${code}\n${output}`
}

/** Whatever it says by its exit code, it must not complain. */
async function evaluated(args: readonly string[], cwd: string): Promise<Complaint> {
  const { output } = await run('node', ['-e', ...args], { cwd })
  return output || undefined
}

function missingConfiguration(args: readonly string[], cwd: string): Complaint {
  const config = args.find((arg) => arg.startsWith('--config='))?.slice('--config='.length)
  return !config || existsSync(join(cwd, config)) ? undefined : `there is no ${config}`
}
