import { availableParallelism } from 'node:os'
import { type Calibration, calibrate } from './calibration.ts'
import { slownessIn, variable } from './slowness.ts'

/** Ms that the calibration's work takes on each processor of the machine on which the timeouts below are enough. */
const msOfReference = 180

/** How fast this machine is, and what follows for a run of tests. */
export interface Pace {
  /** How many times slower than the reference; at least 1, for a limit never hurts a fast machine. */
  readonly slowness: number
  /** How many tests are worth running at once. */
  readonly workers: number
}

/**
 * What a run makes of a machine. How slow it is says the middle round, with whatever else runs. Two threads of one core do little
 * more than one, so that a second worker gains nothing there: that says the round with the best gain, for what a processor loses to
 * others within a round says nothing of it.
 */
export function paceOf({ rounds, processors }: Calibration): Pace {
  const times = rounds.map(({ together }) => together).toSorted((a, b) => a - b)
  const slowness = Math.max(1, (times[Math.floor(times.length / 2)] ?? 0) / msOfReference)
  const gain = Math.max(...rounds.map(({ alone, together }) => (processors * alone) / together))
  return { slowness, workers: Math.min(processors, Math.max(1, Math.round(gain))) }
}

/**
 * The pace of this machine: measured once a run, then the same in all of its processes.
 *
 * @throws {TypeError} when `ZEGO_PACE` is set, and is not a number above 0
 */
export function pace(environment: NodeJS.ProcessEnv = process.env, measure = calibrate): Pace {
  const set = environment[variable]
  if (set !== undefined) return { slowness: slownessIn(set), workers: availableParallelism() }
  const measured = paceOf(measure())
  environment[variable] = measured.slowness.toFixed(2)
  return measured
}

/** One line for people. */
export const inWords = ({ slowness }: Pick<Pace, 'slowness'>): string =>
  slowness === 1
    ? 'Machine: as fast as the reference, so every timeout is as written'
    : `Machine: ${slowness.toFixed(1)} times slower than the reference, and every timeout is as much longer`
