import type { EngineLike, findEngines } from './find-engines.ts'
import type { ObservationMessage, PageMessage } from './message.ts'
import type { recordCalls } from './record-calls.ts'
import type { recordPageErrors } from './record-page-errors.ts'
import type { recordPlayer } from './record-player.ts'
import type { snapshot } from './snapshot.ts'
import type { watchReaction } from './watch-reaction.ts'
import type { wrapEmitter } from './wrap-emitter.ts'
import type { wrapMethods } from './wrap-methods.ts'

/** The functions that make up the recorder, passed in because it is sent to the page as text. */
export interface Parts {
  readonly snapshot: typeof snapshot
  readonly findEngines: typeof findEngines
  readonly wrapMethods: typeof wrapMethods
  readonly wrapEmitter: typeof wrapEmitter
  readonly recordCalls: typeof recordCalls
  readonly recordPageErrors: typeof recordPageErrors
  readonly recordPlayer: typeof recordPlayer
  readonly watchReaction: typeof watchReaction
}

/** Sends one observation; time and document are added. */
export type Report = (seen: Omit<ObservationMessage, 'kind' | 'at'>) => void

export interface RecorderOptions {
  /** Name of the binding that takes a message to Node; or, by the console, what each message begins with. */
  readonly binding: string
  /** Whether messages go over the console: a binding that is called counts as a click of the user. */
  readonly byConsole: boolean
  /** Name of the global object with `expose(engine)`. */
  readonly handle: string
  /** Events that are not recorded: internal ones, and streams of measurements that carry no code. */
  readonly ignored: readonly string[]
}

/**
 * The recorder of one document. Runs in the page before any script of the app, and uses nothing outside itself but
 * `parts`. Whatever goes wrong in here must never reach the app.
 */
export function record(parts: Parts, { binding, byConsole, handle, ignored }: RecorderOptions): void {
  const page = globalThis as unknown as Record<string, unknown>
  const { debug } = console
  const toNode = byConsole ? (message: string) => debug(binding, message) : page[binding]
  if (typeof toNode !== 'function' || handle in page) return
  const { stringify } = JSON
  const now = isNative(Date) && isNative(Date.now) ? Date.now : undefined
  const engines = new WeakMap<object, number>()
  const heard = new WeakSet<object>()
  let count = 0
  /**
   * Codes have seven digits anywhere; numbers of the service four to ten, as an argument or in a field of that name, be it of
   * the JSON that the player has for a message.
   */
  const mayBeCode = /\b1\d{6}\b|(?:[[,]|\\?"(?:code|errorCode|error)\\?":)[1-9]\d{3,9}[,\]}]/

  if (!byConsole) hide(binding, toNode)
  hide(handle, { expose: found })
  send({ kind: 'document' })
  const reaction = parts.watchReaction(() => send({ kind: 'reaction', at: now?.() }))
  const report: Report = (seen) => {
    send({ ...seen, kind: 'observation', at: now?.() })
    if (mayTellCode(seen)) reaction.expect()
  }
  const calls = parts.recordCalls(parts, report, listen)
  parts.recordPageErrors(parts.snapshot, report)
  parts.findEngines(found)
  parts.recordPlayer(calls, numberOf, (name, args, engine) => hear(name, args, 1, engine))

  function found(engine: EngineLike): void {
    if (engines.has(engine)) return
    engines.set(engine, ++count)
    const number = count
    try {
      const { methods, version } = calls.adoptEngine(engine, number)
      const centers = { zegoWebRTM: center(engine.zegoWebRTM), zegoWebRTC: center(engine.zegoWebRTC) }
      const emitters = Object.entries(centers).flatMap(([name, owner]) =>
        listen(owner, number) ? [name] : [],
      )
      const events = Object.values(centers).flatMap((owner) => Object.keys(owner?.listenerList ?? {}))
      send({ kind: 'engine', engine: number, version, methods, events: events.filter(isPublic), emitters })
    } catch (error) {
      send({ kind: 'engine', engine: number, methods: [], events: [], emitters: [], problem: String(error) })
    }
  }

  function numberOf(engine: unknown): number | undefined {
    return typeof engine === 'object' && engine !== null ? engines.get(engine) : undefined
  }

  function of(engine: number | undefined): { engine?: number } {
    return engine === undefined ? {} : { engine }
  }

  function center(module: unknown): { listenerList?: object } | undefined {
    return (module as { stateCenter?: object } | undefined)?.stateCenter
  }

  function listen(owner: unknown, engine: number | undefined): boolean {
    if (typeof owner !== 'object' || owner === null || heard.has(owner)) return false
    heard.add(owner)
    return parts.wrapEmitter(owner, (name, args, listeners) => hear(name, args, listeners, engine))
  }

  function hear(name: string, args: unknown[], listeners: number | undefined, engine?: number): void {
    if (isPublic(name))
      report({ channel: 'event', name, payload: parts.snapshot(args), listeners, ...of(engine) })
  }

  /** Whether it is one is found out in Node. */
  function mayTellCode({ channel, outcome, payload }: Parameters<Report>[0]): boolean {
    const isHeard = channel === 'event' || (channel === 'api' && outcome !== 'pending')
    return isHeard && mayBeCode.test(stringify(payload) ?? '')
  }

  function isPublic(event: string): boolean {
    return !event.startsWith('_') && !ignored.includes(event)
  }

  function isNative(code: unknown): boolean {
    return Function.prototype.toString.call(code).includes('[native code]')
  }

  function send(message: PageMessage): void {
    try {
      const delivered: unknown = Reflect.apply(toNode as () => unknown, undefined, [stringify(message)])
      if (delivered instanceof Promise) delivered.catch(() => {})
    } catch {
      // The test has stopped watching (as it has when the answer above fails): nobody is there to be told.
    }
  }

  function hide(name: string, value: unknown): void {
    Object.defineProperty(page, name, { value, enumerable: false, configurable: true, writable: true })
  }
}
