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

/** What a run makes of a machine. Two threads of one core do little more than one: a second worker gains nothing there. */
export function paceOf({ alone, together, processors }: Calibration): Pace {
  const slowness = Math.max(1, together / msOfReference)
  const gain = (processors * alone) / together
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
