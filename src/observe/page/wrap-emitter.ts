/** Told of every event before its listeners are. */
export type Emitted = (event: string, args: unknown[], listeners: number | undefined) => void

/**
 * Listens beneath `on` and `off`: in the function through which `owner` emits its events (`actionListener` or `emit`),
 * so nothing an app does to its listeners can silence the recorder. Runs in the page, so it must not use anything
 * outside itself.
 *
 * @returns whether there is such a function
 */
export function wrapEmitter(owner: unknown, emitted: Emitted): boolean {
  if (typeof owner !== 'object' || owner === null) return false
  const holder = owner as Record<string, unknown>
  const name = ['actionListener', 'emit'].find((key) => typeof holder[key] === 'function')
  const original = name && holder[name]
  if (!name || typeof original !== 'function') return false
  return Reflect.defineProperty(owner, name, {
    configurable: true,
    writable: true,
    enumerable: false,
    value(this: unknown, ...args: unknown[]): unknown {
      const [event, ...rest] = args
      if (typeof event === 'string') emitted(event, rest, listenersOf(event))
      return Reflect.apply(original, this, args)
    },
  })

  function listenersOf(event: string): number | undefined {
    const list = (holder.listenerList as Record<string, unknown> | undefined)?.[event]
    return Array.isArray(list) ? list.length : undefined
  }
}
