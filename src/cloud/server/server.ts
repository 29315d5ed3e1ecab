import { HttpResponse, http, type RequestHandler } from 'msw'
import type { CallbackAddresses, CloudConfiguration } from '../accesshub/configuration.ts'
import type { Clock } from '../clock.ts'
import { ProtocolDefect } from '../exchange/defect.ts'
import type { Desk } from '../exchange/desk.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { Refusal } from '../exchange/refusal.ts'
import { answers, type ServerReach } from './answers.ts'
import { Callbacks } from './callbacks.ts'
import { checkCredentials } from './credentials.ts'
import { isAction, messageIn, missingIn, requests } from './messages.ts'
import { refused } from './refused.ts'

/** The addresses of the server API: that of all regions, and those of each. */
const address = /^https:\/\/rtc-api(-\w+)?\.zego\.im\/?$/

/** An http address on this machine, for back ends that are processes of their own. */
export interface Listener {
  /** Such as `http://127.0.0.1:40123`; to be put in the place of `https://rtc-api.zego.im`. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Opens such an address: `listenForBackEnds` in Node.
 *
 * @param handlers asked anew for every request
 * @param onUnknown told of a request that none of them answers
 */
export type Listen = (
  handlers: () => readonly RequestHandler[],
  onUnknown: (request: string) => void,
) => Promise<Listener>

interface Needs extends ServerReach {
  readonly desk: Desk
  readonly clock: Clock
  readonly configuration: CloudConfiguration
  readonly report: (error: unknown) => void
  readonly httpHandlers: () => readonly RequestHandler[]
  readonly listen: Listen
}

type Answer = Readonly<Record<string, unknown>>

/**
 * The service as the app's own back end meets it: ZEGO's server API (version 2), as MSW handlers and at an http address, with
 * the signature of each call verified; and the callbacks, signed, to that back end.
 *
 * @example
 * const api = await cloud.server.url()     // in place of https://rtc-api.zego.im
 */
export class Server {
  /** For whoever calls `https://rtc-api.zego.im` itself; they are among `cloud.httpHandlers`. */
  readonly handlers: RequestHandler[] = [http.get(address, ({ request }) => this.#call(new URL(request.url)))]
  /** What the service tells the app's back end unasked. */
  readonly callbacks: Callbacks
  readonly #needs: Needs
  #listener: Promise<Listener> | undefined
  #isClosed = false
  #calls = 0

  constructor(needs: Needs) {
    this.#needs = needs
    const { desk, clock, configuration, report } = needs
    this.callbacks = new Callbacks({ journal: desk.journal, clock, configuration, report })
  }

  /**
   * The http address at which a back end on this machine reaches the server API, opened when it is first asked for, and closed
   * with the cloud. A call is `GET <address>/?Action=…`, with the common parameters and the signature, as at ZEGO.
   *
   * @throws when the cloud has no `serverSecret`, which every call is signed with, or was made without Node, or is closed
   * @example const backEnd = startMyBackEnd({ zegoApi: await cloud.server.url() })
   */
  async url(): Promise<string> {
    if (this.#isClosed) throw new Error('This cloud is closed, and so is its server API.')
    const { configuration, httpHandlers, listen, report } = this.#needs
    if (configuration.serverSecret === undefined)
      throw new Error(
        "The server API needs the app's server secret to verify signatures: test.use({ cloudConfiguration: { serverSecret: '…' } }), 32 characters.",
      )
    this.#listener ??= listen(httpHandlers, (request) => report(new ProtocolDefect('server', request)))
    return (await this.#listener).url
  }

  /**
   * Sets where callbacks go from now on: who comes into a room and leaves it, and which streams begin and end there.
   *
   * @param addresses one URL for all, or one for each `event` that is wanted, on this machine
   * @throws {TypeError} when that is somewhere else, or `cloudConfiguration.callbackSecret`, which signs them, is missing
   * @example cloud.server.callBackTo('http://localhost:8080/zego')
   */
  callBackTo(addresses: CallbackAddresses): void {
    this.callbacks.sendTo(addresses)
  }

  /** Resolves when nothing is open any more. @internal */
  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.all([this.callbacks.close(), this.#listener?.then((listener) => listener.close())])
  }

  #call({ searchParams: query }: URL): Promise<Response> {
    const name = query.get('Action') ?? ''
    if (!isAction(name)) {
      if (name) this.#reportAction(name)
      const [code, text] = name
        ? [refused.actionUnknown, `no Action ${name}`]
        : [refused.noAction, 'no Action']
      return Promise.resolve(HttpResponse.json(this.#answer(code, text)))
    }
    const message = messageIn(name, query)
    const { RoomId, StreamId } = message as { RoomId?: string; StreamId?: string }
    return new Promise((resolve) => {
      const exchange: Exchange<Answer> = {
        layer: 'server',
        name,
        message,
        room: typeof RoomId === 'string' ? RoomId : undefined,
        stream: StreamId,
        answer: () => {
          checkCredentials(query, this.#needs.clock.now(), this.#needs.configuration)
          const missing = missingIn(name, message)
          if (missing.length > 0)
            throw new Refusal(refused.parametersWrong, `${name} lacks ${missing.join(', ')}`)
          const data = answers[name](message as never, this.#needs)
          return { answer: this.#answer(0, 'success', data === undefined ? {} : { Data: data }) }
        },
        refusal: (code, text) => this.#answer(code, text),
        send: (answer) => {
          this.#needs.desk.journal.record({
            direction: 'out',
            layer: 'server',
            name: `${name}Response`,
            message: answer,
          })
          resolve(HttpResponse.json(answer))
        },
        sendBroken: () => resolve(HttpResponse.text('{')),
        exception: () => resolve(HttpResponse.error()),
        close: () => resolve(HttpResponse.error()),
      }
      this.#needs.desk.answer(exchange)
    })
  }

  #answer(code: number, text: string, more: object = {}): Answer {
    this.#calls += 1
    return { Code: code, Message: text, RequestId: `${this.#calls}`, ...more }
  }

  #reportAction(name: string): void {
    const known = Object.keys(requests).join(', ')
    this.#needs.report(
      new ProtocolDefect('server', `the server API of this cloud has no action ${name}; it has: ${known}`),
    )
  }
}
