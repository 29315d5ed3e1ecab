import type { Judge } from '../../cloud/exchange/journal.ts'
import type { Receipt } from '../../faults/kit/receipt.ts'
import type { Claim, ReactionClaim, RecoveryClaim, WordClaim } from '../../observe/claim.ts'
import type { Surfaced } from '../../observe/surfaced.ts'
import type { Unhandled } from '../../observe/unhandled.ts'
import { check, isArrayOf, isObject, isOneOf } from '../shape.ts'

/** Name of the JSON attachment that a test run with our fixtures carries; its body is a {@link RunRecord}. */
export const recordAttachment = 'zego-fault-harness'

/** Name of the optional JPEG attachment: what the app showed at the end. */
export const reactionAttachment = 'reaction'

export type { Claim, ReactionClaim, RecoveryClaim, Where, WordClaim } from '../../observe/claim.ts'

/** A refusal that the cloud sent to a client. */
export interface Refused {
  /** The request that was refused, or the push that said so. */
  readonly name: string
  /** The number it carried; absent where the push has none. */
  readonly code?: number
  readonly by: Judge
  /** When, in ms of `Date.now()`. */
  readonly at: number
}

/** What one test did and saw. The fixtures write it, the reporters read it. */
export interface RunRecord {
  readonly schema: 1
  readonly injection: 'on' | 'off'
  /** Version of the SDK under test; null when no engine was found in the page. */
  readonly sdk: string | null
  /** Version of the browser. */
  readonly browser: string
  /** In the order of injection. */
  readonly receipts: readonly Receipt[]
  /** Names of the faults that were asked for and, with injection 'off', left out. */
  readonly leftOut?: readonly string[]
  /** In the order of settling. */
  readonly claims: readonly Claim[]
  /** From `zego.wordClaims`: what the SDK was heard to say where it gives no code. */
  readonly words?: readonly WordClaim[]
  /** From `zego.reactionClaims`: each `toReact`, in the order of settling. */
  readonly reactions?: readonly ReactionClaim[]
  /** From `zego.recoveryClaims`: each recovery that was asserted, in the order of settling. */
  readonly recoveries?: readonly RecoveryClaim[]
  /** Refusals of the cloud, and who decided them, in the order they were sent. */
  readonly refused?: readonly Refused[]
  /** Each code on each channel, the first time it was seen there after the first fault. */
  readonly surfaced: readonly Surfaced[]
  readonly unhandled?: readonly Unhandled[]
  /** Text of the app's alert at the end. */
  readonly reaction?: string
}

/** An attachment under our name does not hold what the fixtures write. */
export class RecordUnreadable extends Error {
  override name = 'RecordUnreadable'

  constructor(found: string) {
    super(
      `The attachment '${recordAttachment}' cannot be read: ${found}.\n` +
        'Fixtures and reporter must come from the same version of the harness: run the tests again with one version.',
    )
  }
}

/**
 * Reads the body of the attachment.
 *
 * @throws {RecordUnreadable} when it is not JSON, or not what the fixtures write
 */
export function readRecord(body: Buffer | string): RunRecord {
  let value: unknown
  try {
    value = JSON.parse(body.toString())
  } catch (error) {
    throw new RecordUnreadable(`it is not JSON (${error instanceof Error ? error.message : error})`)
  }
  const wrong = check('', value, runRecord)
  if (wrong) throw new RecordUnreadable(wrong)
  return value as RunRecord
}

const via = isOneOf(/^(api|event|console|pageerror|telemetry)(:.+)?$/)

const where = isOneOf(/^(app|bare-page)$/)

const receipt = isObject({
  fault: 'string',
  means: isOneOf(/^(real|wire|patched)$/),
  at: 'number',
  evidence: 'object',
  'why?': 'string',
  'preparation?': 'boolean',
})

const claim = isObject({
  code: 'number',
  'via?': via,
  negated: 'boolean',
  passed: 'boolean',
  at: 'number',
  'observation?': 'object',
  'since?': 'number',
  'shown?': 'string',
  'where?': where,
})

const wordClaim = isObject({ words: 'string', passed: 'boolean', at: 'number', 'observation?': 'object' })

const reactionClaim = isObject({
  code: 'number',
  where,
  passed: 'boolean',
  at: 'number',
  'shown?': 'string',
})

const recoveryClaim = isObject({
  code: 'number',
  where,
  passed: 'boolean',
  at: 'number',
  by: 'string',
  end: 'string',
})

const refused = isObject({
  name: 'string',
  'code?': 'number',
  by: isOneOf(/^(number|state|clients)$/),
  at: 'number',
})

const runRecord = isObject({
  schema: isOneOf(/^1$/),
  injection: isOneOf(/^(on|off)$/),
  'sdk?': 'string',
  browser: 'string',
  receipts: isArrayOf(receipt),
  'leftOut?': isArrayOf('string'),
  claims: isArrayOf(claim),
  'words?': isArrayOf(wordClaim),
  'reactions?': isArrayOf(reactionClaim),
  'recoveries?': isArrayOf(recoveryClaim),
  'refused?': isArrayOf(refused),
  surfaced: isArrayOf(isObject({ code: 'number', via, at: 'number' })),
  'unhandled?': isArrayOf(isObject({ code: 'number', via, heard: 'boolean' })),
  'reaction?': 'string',
})
