import type { CallRecorder } from './record-calls.ts'

/** What a callback that the app gave the player is called with. */
export type CalledBack = (name: string, args: unknown[], engine: number | undefined) => void

/**
 * Records the vendor's player, a class that a script of its own defines as the global `ZegoExpressPlayer`: whoever makes one
 * gets a player of that very class, whose construction, methods and properties are recorded as calls, and what it tells the
 * callbacks that the app sets (`onError`, `onPlaying` …). Runs in the page, so it must not use anything outside itself.
 *
 * @param engineOf the number of the engine that a player is made for
 */
export function recordPlayer(
  calls: CallRecorder,
  engineOf: (engine: unknown) => number | undefined,
  calledBack: CalledBack,
): void {
  const name = 'ZegoExpressPlayer'
  const surrounded = new WeakSet<object>()
  const originals = new WeakMap<object, unknown>()
  let current: unknown
  Object.defineProperty(globalThis, name, {
    configurable: true,
    enumerable: false,
    get: () => current,
    set(value: unknown) {
      current = typeof value === 'function' ? recorded(value) : value
    },
  })

  function recorded(playerClass: object): unknown {
    return new Proxy(playerClass as new () => object, {
      construct(target, args, newTarget) {
        const engine = engineOf(args[0])
        const make = () => Reflect.construct(target, args, newTarget) as object
        const player = calls.call(name, engine, args, make) as object
        calls.adopt(player, name, engine)
        surroundProperties(Object.getPrototypeOf(player) as object)
        return player
      },
    })
  }

  /** What is set may be refused, as an argument is, and a callback hears what the player says. */
  function surroundProperties(prototype: object): void {
    if (surrounded.has(prototype)) return
    surrounded.add(prototype)
    for (const [property, accessor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      const { get, set } = accessor
      if (!set || property.startsWith('_')) continue
      Object.defineProperty(prototype, property, {
        ...accessor,
        ...(get && {
          get(this: object): unknown {
            const value: unknown = Reflect.apply(get, this, [])
            return typeof value === 'function' ? (originals.get(value) ?? value) : value
          },
        }),
        set(this: object, value: unknown): void {
          const engine = calls.engineOf(this)
          const given = typeof value === 'function' ? listening(property, value, engine) : value
          calls.call(property, engine, [value], () => Reflect.apply(set, this, [given]) as unknown)
        },
      })
    }
  }

  function listening(property: string, callback: object, engine: number | undefined): unknown {
    const told = function (this: unknown, ...args: unknown[]): unknown {
      calledBack(property, args, engine)
      return Reflect.apply(callback as () => unknown, this, args)
    }
    originals.set(told, callback)
    return told
  }
}
