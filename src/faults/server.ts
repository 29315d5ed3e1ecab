import type { CallbackEvent } from '../cloud/accesshub/configuration.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { demandFields, demandOneOf, shown } from '../cloud/exchange/demand.ts'
import type { HandlerOptions } from '../cloud/exchange/handler.ts'
import type { Entry } from '../cloud/exchange/journal.ts'
import { type Reply, reply } from '../cloud/exchange/reply.ts'
import { server } from '../cloud/handlers.ts'
import { events } from '../cloud/server/callback-address.ts'
import type { CallbackBody } from '../cloud/server/callback-body.ts'
import type { Detour } from '../cloud/server/callbacks.ts'
import { type Action, isAction, requests } from '../cloud/server/messages.ts'
import { type Duration, inMs } from './kit/duration.ts'
import { onceOf, PreparedAnswers } from './kit/prepared-answers.ts'
import { FaultNotInjected, type Injection, injected } from './kit/receipt.ts'

/** Which callbacks a fault is about; all, where nothing is said. */
export interface WhichCallbacks {
  /** What happened. */
  readonly event?: CallbackEvent
  /** ID of the room. */
  readonly room?: string
  /** User ID of whoever came or left, or whose stream it is. */
  readonly user?: string
}

/** Faults between the service and the app's own back end: what that does by the server API, and what it is told by callbacks. */
export class ServerFaults {
  readonly #cloud: Cloud
  readonly #prepared: PreparedAnswers
  readonly #undo = new Set<() => void>()

  constructor(cloud: Cloud) {
    this.#cloud = cloud
    this.#prepared = new PreparedAnswers(cloud)
  }

  /**
   * Lets the app's own back end do something to its clients. The receipt is that the service took the call: it was signed, and
   * answered with `Code` 0.
   *
   * @param action what the back end calls, such as `KickoutUser`
   * @param act has it do so, such as a request to the back end
   * @throws {FaultNotInjected} when it made no such call meanwhile, or was refused
   * @example await faults.server.call('KickoutUser', () => fetch('http://localhost:8080/admin/kick/alice'))
   */
  async call(action: Action, act: () => Promise<unknown>): Promise<Injection> {
    checkAction(action)
    if (typeof act !== 'function')
      throw new TypeError(`server.call takes a function that has the back end call, not ${shown(act)}.`)
    const { entries } = this.#cloud.journal
    const [at, seen] = [Date.now(), entries.length]
    const ending = await act()
    const made = entries.slice(seen)
    const called = made.find(({ direction, layer, name }) => direction === 'in' && is(layer, name, action))
    const answers = made.filter(({ direction, name }) => direction === 'out' && name === `${action}Response`)
    const answered = answers.find(({ message }) => codeOf(message) === 0) ?? answers.at(-1)
    if (!called || codeOf(answered?.message) !== 0)
      throw new FaultNotInjected(`the back end to call ${action}, and the service to take it`, {
        called: made.filter(isCall).map(({ name }) => name),
        ...(answered && { answered: answered.message }),
        ending: inJson(ending),
      })
    const evidence = { action, call: called.message, answered: answered?.message, ending: inJson(ending) }
    return injected({ means: 'wire', at, evidence: { ...evidence, judgedBy: 'clients' } })
  }

  /**
   * Overrides the answer to a call of the back end, from now on or once. The receipt is complete when the call was met; a test that
   * ends without that fails.
   *
   * @example await faults.server.answer('KickoutUser', reply.code(206)) // too many calls a second
   */
  async answer(
    action: Action,
    answer: Reply<Record<string, unknown>>,
    options: HandlerOptions = {},
  ): Promise<Injection> {
    const once = onceOf('server.answer', options)
    checkAction(action)
    return this.#prepared.add(
      server(action, () => answer, { once }),
      answer as Reply,
      { awaited: `the back end to call ${action}` },
    )
  }

  /** Never answers a call of the back end. */
  silence(action: Action, options: HandlerOptions = {}): Promise<Injection> {
    return this.answer(action, reply.silence(), options)
  }

  /**
   * Callbacks come so much later, by the cloud's clock, so that others overtake them. The receipt counts those that came.
   *
   * @example await faults.server.delayCallbacks('5s', { event: 'room_logout' })
   */
  async delayCallbacks(duration: Duration, which: WhichCallbacks = {}): Promise<Injection> {
    return this.#divert({ late: inMs(duration) }, which)
  }

  /** Callbacks do not come at all, nor are they sent again. The receipt counts them. */
  async loseCallbacks(which: WhichCallbacks = {}): Promise<Injection> {
    return this.#divert('lost', which)
  }

  /** Callbacks come twice. The receipt counts those that did. */
  async repeatCallbacks(which: WhichCallbacks = {}): Promise<Injection> {
    return this.#divert('twice', which)
  }

  /** Callbacks come after the one that follows, in the wrong order. The receipt counts those that did. */
  async swapCallbacks(which: WhichCallbacks = {}): Promise<Injection> {
    return this.#divert('after-the-next', which)
  }

  /** Ends every changed answer, and lets callbacks pass again. @internal */
  async restore(): Promise<void> {
    this.#prepared.restore()
    for (const undo of this.#undo) undo()
    this.#undo.clear()
  }

  #divert(detour: Detour, which: WhichCallbacks): Injection {
    demandFields('Which callbacks they are', which, ['event', 'room', 'user'])
    if (which.event !== undefined) demandOneOf('event', which.event, events)
    const { callbacks } = this.#cloud.configuration
    if (Object.keys(callbacks).length === 0)
      throw new Error(
        "Nobody is told anything yet: cloud.server.callBackTo('http://localhost:8080/zego'), your back end's address.",
      )
    const met: string[] = []
    const undo = this.#cloud.server.callbacks.divert({
      detour,
      wants: (body) => isMeant(body, which),
      onMet: ({ event, room_id, user_account = '', stream_id = '' }) =>
        met.push([event, room_id, user_account || stream_id].join(' ')),
    })
    this.#undo.add(undo)
    const evidence = {
      detour,
      ...which,
      callbacks: met,
      awaited: `the service to send a callback that is ${JSON.stringify(which)}`,
      get met() {
        return met.length
      },
    }
    return injected({ means: 'wire', undo, evidence })
  }
}

const codeOf = (answer: unknown) => (answer as { readonly Code?: number } | undefined)?.Code
const isCall = ({ direction, layer }: Entry) => direction === 'in' && layer === 'server'
const is = (layer: Entry['layer'], name: string, action: Action) => layer === 'server' && name === action

const isMeant = (body: CallbackBody, { event, room, user }: WhichCallbacks) =>
  (event === undefined || body.event === event) &&
  (room === undefined || body.room_id === room) &&
  (user === undefined || (body.user_account ?? body.user_id) === user)

function checkAction(action: string): void {
  if (isAction(action)) return
  throw new Error(`The server API has no action ${action} here. It has: ${Object.keys(requests).join(', ')}.`)
}

/** What a back end answered, as far as that can be written down. */
function inJson(ending: unknown): unknown {
  const status: unknown = (ending as { readonly status?: unknown } | undefined)?.status
  if (typeof status === 'number') return { status }
  if (typeof status === 'function') return { status: status.call(ending) }
  try {
    return JSON.parse(JSON.stringify(ending) ?? 'null')
  } catch {
    return String(ending)
  }
}
