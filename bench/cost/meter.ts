import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { processes } from './processes.ts'
import { type Cpu, Tally } from './tally.ts'

/** What a run of a command took. */
export interface Metered {
  readonly cpu: Cpu
  /** Seconds by the clock. */
  readonly wall: number
}

/** Ms between two looks. A look takes about 2 ms, of the meter's own process. */
const interval = 50

/**
 * Runs a command and writes the CPU seconds of all its processes to a file, as `Metered`. As the first process of a
 * namespace of its own (`unshare --pid`) it inherits every process whose parent ends first, so none gets lost.
 *
 * Usage: node --import tsx bench/cost/meter.ts <file> <command> [arguments]
 */
const [file = '', command = '', ...args] = process.argv.slice(2)
const tally = new Tally(process.pid, processes())
const start = performance.now()
const child = spawn(command, args, { stdio: 'inherit' })
const look = () => tally.look(processes())
const looking = setInterval(look, interval)
const [code] = await once(child, 'close')
clearInterval(looking)
look()
const metered: Metered = { cpu: tally.cpu, wall: (performance.now() - start) / 1_000 }
writeFileSync(file, JSON.stringify(metered))
process.exitCode = code ?? 1
