import { availableParallelism } from 'node:os'
import { type Calibration, calibrate } from './calibration.ts'

/** Ms that the calibration's work takes on each processor of the machine on which the timeouts below are enough. */
const msOfReference = 180

/** Where the runner leaves the pace for its workers, and where a user may set it. */
const variable = 'ZEGO_PACE'

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

/** How many times slower than the reference this machine was found to be; 1 where nobody measured. */
export function slowness(environment: NodeJS.ProcessEnv = process.env): number {
  const set = environment[variable]
  return set === undefined ? 1 : slownessIn(set)
}

/** One line for people. */
export const inWords = ({ slowness }: Pick<Pace, 'slowness'>): string =>
  slowness === 1
    ? 'Machine: as fast as the reference, so every timeout is as written'
    : `Machine: ${slowness.toFixed(1)} times slower than the reference, and every timeout is as much longer`

function slownessIn(text: string): number {
  const number = Number(text)
  if (Number.isFinite(number) && number > 0 && text.trim()) return number
  throw new TypeError(
    `${variable} is ${JSON.stringify(text)}. It says how many times slower this machine is than the reference, as in ${variable}=3. ` +
      'Leave it out, and it is measured.',
  )
}
