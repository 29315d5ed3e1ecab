import type { Entry } from '../../cloud/exchange/journal.ts'
import { refusalCode } from '../../cloud/exchange/refusal-code.ts'
import type { Refused } from './record.ts'

/**
 * The refusals among what a cloud sent, with who decided each: an answer whose request a handler of the test took is a
 * number that was told; any other one is the cloud's own judgement. A push counts where it says who judged.
 */
export function refusedIn(entries: readonly Entry[]): readonly Refused[] {
  const handled = new Map<string, string | undefined>()
  const found: Refused[] = []
  for (const entry of entries) {
    const { direction, layer, name, message, at, judgedBy } = entry
    const exchange = `${layer} ${stem(name)}`
    if (direction === 'in') {
      handled.set(exchange, entry.handled)
      continue
    }
    const code = refusalCode(message)
    if (judgedBy) found.push({ name, ...(code && { code }), by: judgedBy, at })
    else if (code) found.push({ name, code, by: handled.get(exchange) ? 'number' : 'state', at })
  }
  return found
}

/** What the names of a request and of its answer have in common. */
const stem = (name: string): string => name.replace(/(Request|Req|Response|Rsp)\d?$/, '')
