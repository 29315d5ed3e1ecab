import type { Destination, RelayedCall } from '../accesshub/relay.ts'
import { byNumber } from '../exchange/table.ts'
import { answers } from './answers.ts'
import { requests } from './messages.ts'
import type { Mixer } from './mixer.ts'

type Request = { readonly requestSeq: number }
type Answer = (message: unknown, caller: unknown, mixer: Mixer) => object

/** The calls by which clients reach a mixer through their link. */
export function mixerCalls(mixer: Mixer): [Destination, RelayedCall][] {
  return [...byNumber(requests).values()].map(({ name, number, schema, answer }) => {
    const own = answers[name] as Answer
    const call: RelayedCall = {
      layer: 'mixer',
      name,
      schema,
      response: answer.schema,
      answer: (message, caller) => ({ ...result(message, 0, ''), ...own(message, caller, mixer) }),
      refusal: (code, text, message, details) => ({ ...result(message, code, text), ...details }),
    }
    return [`interface ${number}`, call]
  })
}

function result(message: object, code: number, text: string) {
  const { requestSeq } = message as Request
  return { requestSeq, commonResponse: { code, message: text } }
}
