import type { Destination, RelayedCall } from '../accesshub/relay.ts'
import { answers } from './answers.ts'
import { requests } from './messages.ts'
import type { Mixer } from './mixer.ts'
import { MixerRefusal } from './refused.ts'

type Request = { readonly requestSeq: number }
type Answer = (message: unknown, caller: unknown, mixer: Mixer) => object

/** The calls by which clients reach a mixer through their link. */
export function mixerCalls(mixer: Mixer): [Destination, RelayedCall][] {
  return Object.entries(requests).map(([interfaceId, { name, schema, response }]) => {
    const own = answers[name] as Answer
    const call: RelayedCall = {
      layer: 'mixer',
      name,
      schema,
      response,
      answer: (message, caller) => {
        try {
          return { ...result(message, 0, ''), ...own(message, caller, mixer) }
        } catch (error) {
          if (!(error instanceof MixerRefusal)) throw error
          return { ...result(message, error.code, error.message), errorStreamidList: [...error.streams] }
        }
      },
      refusal: (code, text, message) => result(message, code, text),
    }
    return [`interface ${Number(interfaceId)}`, call]
  })
}

function result(message: object, code: number, text: string) {
  const { requestSeq } = message as Request
  return { requestSeq, commonResponse: { code, message: text } }
}
