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
 * Gives a command one part in `times` of the processors: exactly, by a quota of the kernel's, where this process may set
 * one; about so, by busy loops beside it, where it may not.
 */
export function slowed(times: number): Slowed {
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
