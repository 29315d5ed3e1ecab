import { readdirSync, readFileSync } from 'node:fs'

/** A process as the system shows it, a dead one that nobody has waited for included. Times in s of CPU. */
export interface Process {
  readonly pid: number
  readonly parent: number
  /** Tells it from another process of the same number. */
  readonly id: string
  readonly own: number
  /** Of its children that ended and that it waited for, their own such children included. */
  readonly ended: number
  /** Its command line; empty once it is dead. */
  readonly command: string
}

/** Linux counts in hundredths of a second towards programs, whatever the kernel's own clock is. */
const ticksPerSecond = 100

/** All processes that this one sees. */
export function processes(): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
      return [parseStat(stat, command)]
    } catch {
      return [] // it ended in between
    }
  })
}

/** One line of `/proc/<pid>/stat`; see proc(5). A program's name, in parentheses, may contain anything. */
export function parseStat(stat: string, command: string): Process {
  const [pid = ''] = stat.split(' ', 1)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // Of proc(5)'s numbers, the first that is left is 3.
  const field = (number: number) => Number(fields[number - 3])
  return {
    pid: Number(pid),
    parent: field(4),
    id: `${pid} ${fields[22 - 3]}`,
    own: (field(14) + field(15)) / ticksPerSecond,
    ended: (field(16) + field(17)) / ticksPerSecond,
    command,
  }
}
