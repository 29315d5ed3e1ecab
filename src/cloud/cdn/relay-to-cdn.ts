import type { MessageShape } from '@bufbuild/protobuf'
import type { RelayedCall } from '../accesshub/relay.ts'
import { Refusal } from '../exchange/refusal.ts'
import { streamIdOf } from '../exchange/stream-id.ts'
import { requests } from './messages.ts'

const name = 'RelayPublishCdnRequest'
const { schema, answer } = requests[name]
const add = 1
/** Server code of an address that is none (`RelayPublishCdnResponse.response.code`); surfaces as 1003040. */
const addressWrong = 5004
/** The number is ours: the SDK makes 1100999 of any. */
const notEnabled = 5_010

/** Relays streams to addresses outside of the cloud: it remembers where to, and sends nothing. */
export class RelayToCdn {
  /** Addresses that each stream is relayed to, by stream ID. */
  readonly targets = new Map<string, Set<string>>()

  readonly #isEnabled: () => boolean

  constructor(isEnabled: () => boolean = () => true) {
    this.#isEnabled = isEnabled
  }

  /** How clients reach it through their link. */
  readonly call: RelayedCall<typeof schema, typeof answer.schema> = {
    layer: 'cdn',
    name,
    schema,
    response: answer.schema,
    answer: (message) => {
      this.#take(message)
      return result(message, 0, '')
    },
    refusal: (code, text, message) => result(message, code, text),
  }

  #take({ requestCmd, streamid, cdnServer }: MessageShape<typeof schema>): void {
    if (!this.#isEnabled()) throw new Refusal(notEnabled, 'relaying is not enabled for this app')
    if (!URL.canParse(cdnServer)) throw new Refusal(addressWrong, `${cdnServer} is not an address`)
    const stream = streamIdOf(streamid)
    const targets = this.targets.get(stream) ?? new Set()
    this.targets.set(stream, targets)
    if (requestCmd === add) targets.add(cdnServer)
    else targets.delete(cdnServer)
  }
}

const result = ({ requestSeq, requestSeqV2 }: MessageShape<typeof schema>, code: number, text: string) => ({
  requestSeq,
  requestSeqV2,
  response: { code, message: text },
})
