import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const witness = join(import.meta.dirname, 'witness.cjs')

/**
 * What to put before a command so that it runs with no network but the loopback interface, by the kernel: its sockets, its
 * children's and a browser's alike reach no other machine.
 *
 * @throws {NoNamespace} where the system allows no namespace, with what it said
 */
export function loopbackOnly(): readonly string[] {
  const prefix = [
    'unshare',
    '--map-root-user',
    '--net',
    '--',
    'sh',
    '-c',
    'ip link set lo up && exec "$@"',
    'sh',
  ]
  const [command = '', ...args] = prefix
  const { status, stderr, error } = spawnSync(command, [...args, 'true'], { encoding: 'utf8' })
  if (status === 0) return prefix
  throw new NoNamespace((error?.message ?? stderr).trim())
}

/** This system has no network namespaces for this user. */
export class NoNamespace extends Error {
  override name = 'NoNamespace'

  constructor(said: string) {
    super(
      `Nothing can be run with the loopback interface alone here: ${said}. It takes Linux with \`unshare\` and \`ip\`, and ` +
        'root or user namespaces (sysctl user.max_user_namespaces, kernel.apparmor_restrict_unprivileged_userns).',
    )
  }
}

/** Environment in which every Node process writes to a file which other machine it asked for. */
export function witnessed(file: string, { NODE_OPTIONS = '' }: NodeJS.ProcessEnv = process.env) {
  return { ZEGO_WITNESS_FILE: file, NODE_OPTIONS: `${NODE_OPTIONS} --require=${witness}`.trim() }
}

/** What was asked for, a line for each, by whom. */
export function testimony(file: string): string[] {
  return existsSync(file) ? [...new Set(readFileSync(file, 'utf8').trim().split('\n'))] : []
}
