import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

/** A command that gets a part of this machine's processors, and how that is done. */
export interface Slowed {
  /** How, in words for people. */
  readonly how: string
  /** Put before the command. */
  readonly prefix: readonly string[]
  dispose(): void
}

const root = '/sys/fs/cgroup'
/** µs that a quota is dealt out for; the kernel's own default. */
const period = 100_000

/**
 * Takes `--times <n>`, how many times slower it is to be, off the head of a command's arguments: 4 by default.
 *
 * @throws {TypeError} for anything but 1 to 20
 */
export function timesOf(args: readonly string[]): [number, readonly string[]] {
  if (args[0] !== '--times') return [4, args]
  const times = Number(args[1])
  if (!(times >= 1 && times <= 20))
    throw new TypeError(`--times takes a number from 1 to 20, not ${args[1]}.`)
  return [times, args.slice(2)]
}

/**
 * Gives a command one part in `times` of the processors: exactly, by a quota of the kernel's, where this process may set
 * one; about so, by busy loops beside it, where it may not.
 */
export function slowed(times: number): Slowed {
  if (times === 1) return { how: 'with all of this machine', prefix: [], dispose() {} }
  return byQuota(times) ?? byLoad(times)
}

function byQuota(times: number): Slowed | undefined {
  const quota = Math.round((availableParallelism() * period) / times)
  const [parent, limits] = existsSync(join(root, 'cpu/cpu.cfs_quota_us'))
    ? [join(root, 'cpu'), { 'cpu.cfs_period_us': period, 'cpu.cfs_quota_us': quota }]
    : [root, { 'cpu.max': `${quota} ${period}` }]
  const group = join(parent, `zego-fault-harness-${process.pid}`)
  try {
    mkdirSync(group)
    for (const [file, value] of Object.entries(limits)) writeFileSync(join(group, file), String(value))
  } catch {
    remove(group)
    return undefined
  }
  return {
    how: `one part in ${times} of ${availableParallelism()} processors, by a quota of the kernel's`,
    prefix: ['sh', '-c', 'echo $$ > "$0" && exec "$@"', join(group, 'cgroup.procs')],
    dispose: () => remove(group),
  }
}

function byLoad(times: number): Slowed {
  // The command keeps about two processes busy on each processor.
  const count = Math.round((times - 1) * 2 * availableParallelism())
  const loops = Array.from({ length: count }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  )
  return {
    how: `about one part in ${times} of the processors, beside ${count} busy loops (this user may set no quota)`,
    prefix: [],
    dispose: () => {
      for (const loop of loops) loop.kill()
    },
  }
}

/** A group that still has processes, or was never made, stays as it is. */
function remove(group: string): void {
  try {
    rmdirSync(group)
  } catch {}
}
