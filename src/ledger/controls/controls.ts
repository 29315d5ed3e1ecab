import { readJsonIfThere } from '../read-if-there.ts'
import { check, isArrayOf, isObject, isOneOf } from '../shape.ts'

/**
 * What a scenario did with every fault a no-op:
 * - `red`: it failed because nothing surfaced, as it must; one about no code failed at what it demands
 * - `green`: it passed, so it proves nothing
 * - `wrong-reason`: it failed, but not at `toSurface`
 * - `exempt`: it is about no code (`@no-code`) and asks for no fault, so none could be missing; or it was skipped for want of
 *   something that was not given, such as the vendor's player
 * - `not-run`: no controls run has met it
 */
export type ControlOutcome = 'red' | 'green' | 'wrong-reason' | 'exempt' | 'not-run'

/** One scenario of a controls run. */
export interface Control {
  /** The id that it has in the ledger, too. */
  readonly id: string
  readonly outcome: ControlOutcome
  /** Why it is not `red`; of a red one, which claims held without the fault all the same. */
  readonly why: string | null
  /** The codes that did not surface without their faults, each once, in order. */
  readonly missed: readonly number[]
  readonly measured: { readonly durationMs: number }
}

/** Content of `controls.json`. */
export interface Controls {
  readonly schema: 1
  readonly status: 'passed' | 'failed'
  readonly scenarios: readonly Control[]
  readonly measured: { readonly startedAt: string; readonly durationMs: number }
}

/** Name of the file in the report's folder. */
export const controlsFile = 'controls.json'

const shape = isObject({
  schema: isOneOf(/^1$/),
  status: isOneOf(/^(passed|failed)$/),
  scenarios: isArrayOf(
    isObject({
      id: 'string',
      outcome: isOneOf(/^(red|green|wrong-reason|exempt|not-run)$/),
      'why?': 'string',
      missed: isArrayOf('number'),
    }),
  ),
})

/**
 * The last controls run whose outcome was left in a file; undefined when there was none.
 *
 * @throws {Error} when the file is there but is not what the controls reporter writes
 */
export function readControls(file: string): Controls | undefined {
  const remedy = 'Delete it and run the controls again.'
  const value = readJsonIfThere(file, remedy)
  if (value === undefined) return undefined
  const wrong = check('', value, shape)
  if (wrong) throw new Error(`${file} cannot be read: ${wrong}. ${remedy}`)
  return value as Controls
}
