import { lookup } from '../codes/index.ts'
import { explain } from './explanation.ts'
import { explanationText } from './explanation-text.ts'
import type { Terminal } from './terminal.ts'
import { asDigits } from './typed-code.ts'
import { UsageError } from './usage-error.ts'

interface Asked {
  readonly operands: readonly string[]
  readonly json: boolean
  readonly root: string
}

/**
 * Says all that is known of one code.
 *
 * @throws {UsageError} when not asked for exactly one number
 * @throws {UnknownCode} when the number is not documented
 */
export function explainCommand({ operands, json, root }: Asked, terminal: Terminal): 0 {
  const explanation = explain(lookup(parseCode(operands)), root)
  if (json) terminal.out(JSON.stringify(explanation, null, 2))
  else terminal.out(explanationText(explanation, terminal))
  return 0
}

function parseCode(operands: readonly string[]): number {
  const [text, ...others] = operands
  if (text === undefined)
    throw new UsageError('explain needs a code, such as: npx zego-faults explain 1006006')
  const digits = asDigits(text)
  if (!digits)
    throw new UsageError(
      `${text} is not a code: codes are numbers. To look by words: npx zego-faults codes ${operands.join(' ')}`,
    )
  if (others.length > 0) throw new UsageError(`explain takes one code, not ${operands.length}.`)
  return Number(digits)
}
