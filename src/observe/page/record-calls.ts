import type { Outcome } from '../observation.ts'
import type { EngineLike } from './find-engines.ts'
import type { Parts, Report } from './record.ts'

/** Where a method belongs: its engine, and the method that created its object when that is not the engine itself. */
interface Owner {
  readonly engine?: number | undefined
  readonly createdBy?: string
}

export interface CallRecorder {
  /** Records the calls of an engine, of its class, and of the objects it creates. */
  adoptEngine(engine: EngineLike, number: number): { methods: string[]; version?: string }
  /** Records the calls of an object of another class, such as a player of the vendor's. */
  adopt(object: object, createdBy: string, engine: number | undefined): void
  /** Makes one call, and records it. */
  call(name: string, engine: number | undefined, args: unknown[], proceed: () => unknown): unknown
  /** The engine that an object of the SDK belongs to. */
  engineOf(object: object): number | undefined
}

/**
 * Records the calls of the SDK's public methods. Runs in the page, so it must not use anything outside itself.
 *
 * The caller sees no difference: same `this`, results, errors and unhandled rejections. A promise is replaced by one
 * that settles the same way (one microtask later), because a promise cannot be watched without counting as handled.
 */
export function recordCalls(
  { snapshot, wrapMethods }: Pick<Parts, 'snapshot' | 'wrapMethods'>,
  report: Report,
  listen: (owner: unknown, engine: number | undefined) => boolean,
): CallRecorder {
  const tag = Symbol('zego-fault-harness')
  const wrapped = new WeakMap<object, string[]>()
  const watched = new WeakMap<object, unknown>()
  const running: string[] = []
  let calls = 0
  return {
    adoptEngine(engine, number) {
      const { constructor: engineClass } = engine as { constructor: { version?: unknown } }
      const methods = [...adopt(engine, { engine: number }), ...adoptClass(engineClass, { engine: number })]
      const version = engineClass.version
      return { methods: [...new Set(methods)], version: typeof version === 'string' ? version : undefined }
    },
    adopt: (object, createdBy, engine) => void adopt(object, { engine, createdBy }),
    call: (name, engine, args, proceed) => recorded(name, { engine }, args, proceed),
    engineOf: (object) => ownerOf(object)?.engine,
  }

  /** Tags the object and surrounds the methods along its prototypes. A symbol is seen through a proxy, too. */
  function adopt(object: object, owner: Owner): string[] {
    const value = JSON.stringify(owner)
    const methods: string[] = []
    if (!Reflect.defineProperty(object, tag, { value, configurable: true })) return methods
    for (let level = above(object); level && !isForeign(level); level = above(level)) {
      const names = wrapped.get(level) ?? wrapMethods(level, around)
      wrapped.set(level, names)
      methods.push(...names)
    }
    return methods
  }

  /** The statics of a class are recorded as the methods of its engines are; each class of the chain is tagged. */
  function adoptClass(engineClass: object, owner: Owner): string[] {
    if (isForeign(engineClass)) return []
    Reflect.defineProperty(engineClass, tag, { value: JSON.stringify(owner), configurable: true })
    const names = wrapped.get(engineClass) ?? wrapMethods(engineClass, around)
    wrapped.set(engineClass, names)
    const parent = above(engineClass)
    return parent ? [...names, ...adoptClass(parent, owner)] : names
  }

  function above(object: object): object | null {
    return Object.getPrototypeOf(object) as object | null
  }

  /** Whether a prototype or class is the browser's own, which is nothing of the SDK's. */
  function isForeign(level: object): boolean {
    if (typeof level !== 'function' && !Object.hasOwn(level, 'constructor')) return false
    const code: unknown = typeof level === 'function' ? level : level.constructor
    return typeof code === 'function' && Function.prototype.toString.call(code).includes('[native code]')
  }

  function around(name: string, receiver: unknown, args: unknown[], proceed: () => unknown): unknown {
    const owner = ownerOf(receiver)
    // A subclass calling super is one call, not two.
    if (!owner || running.includes(name)) return proceed()
    return recorded(name, owner, args, proceed)
  }

  function recorded(name: string, owner: Owner, args: unknown[], proceed: () => unknown): unknown {
    const call = ++calls
    const { engine, createdBy } = owner
    const origin = createdBy === undefined ? {} : { createdBy }
    const given = snapshot(args)
    const tell = (outcome: Outcome, ending: Record<string, unknown>) =>
      report({
        ...{ channel: 'api', name, outcome, call },
        ...(engine !== undefined && { engine }),
        payload: { ...origin, args: given, ...ending },
      })
    running.push(name)
    let result: unknown
    try {
      result = proceed()
    } catch (error) {
      tell('threw', { error: snapshot(error) })
      throw error
    } finally {
      running.pop()
    }
    if (isPromise(result)) return watch(result, name, owner, tell)
    if (isTelling(name, result)) tell('returned', { result: snapshot(result) })
    adoptCreated(name, result, owner)
    return result
  }

  function watch(
    promise: Promise<unknown>,
    name: string,
    owner: Owner,
    tell: (outcome: Outcome, ending: Record<string, unknown>) => void,
  ): unknown {
    tell('pending', {})
    const known = watched.get(promise)
    if (known) return known
    const same = promise.then(
      (result) => {
        tell('resolved', { result: snapshot(result) })
        adoptCreated(name, result, owner)
        return result
      },
      (error: unknown) => {
        tell('rejected', { error: snapshot(error) })
        throw error
      },
    )
    watched.set(promise, same)
    return same
  }

  function isPromise(result: unknown): result is Promise<unknown> {
    return result instanceof Promise || Object.prototype.toString.call(result) === '[object Promise]'
  }

  /** Reading a value is no news, and neither is a listener put on or off, unless it failed. */
  function isTelling(name: string, result: unknown): boolean {
    return result === false || !/^(get|is|on$|off$)/.test(name)
  }

  function adoptCreated(name: string, result: unknown, { engine }: Owner): void {
    if (!name.startsWith('create') || typeof result !== 'object' || result === null || ownerOf(result)) return
    adopt(result, { engine, createdBy: name })
    for (const inner of fieldsOf(result)) {
      listen(inner, engine)
      for (const field of fieldsOf(inner)) if (isEventManager(field)) listen(field, engine)
    }
  }

  /** Range audio and copyrighted music emit through a manager of their own, one level down. */
  function isEventManager(field: unknown): boolean {
    const { emit, addEventHandler } = (field ?? {}) as { emit?: unknown; addEventHandler?: unknown }
    return typeof emit === 'function' && typeof addEventHandler === 'function'
  }

  function fieldsOf(object: unknown): unknown[] {
    if (typeof object !== 'object' || object === null) return []
    return Object.values(Object.getOwnPropertyDescriptors(object)).map(({ value }): unknown => value)
  }

  function ownerOf(receiver: unknown): Owner | undefined {
    if ((typeof receiver !== 'object' && typeof receiver !== 'function') || receiver === null)
      return undefined
    const text = (receiver as Record<symbol, unknown>)[tag]
    return typeof text === 'string' ? (JSON.parse(text) as Owner) : undefined
  }
}
