/** An object that looks like the SDK's engine. Only the parts the recorder touches. */
export interface EngineLike {
  zegoWebRTC: unknown
  zegoWebRTM?: unknown
}

/**
 * Calls back with every object that gets a property `zegoWebRTC` by assignment and then looks like an engine: every
 * build of the SDK from 2.26 to 3.12 makes that assignment in the engine's constructor, bundled and minified or not.
 * Runs in the page, so it must not use anything outside itself.
 *
 * Any object may be given the property: it becomes exactly the plain property the assignment would have made.
 */
export function findEngines(found: (engine: EngineLike) => void): void {
  Object.defineProperty(Object.prototype, 'zegoWebRTC', {
    configurable: true,
    enumerable: false,
    get: () => undefined,
    set(this: unknown, value: unknown) {
      if ((typeof this !== 'object' && typeof this !== 'function') || this === null) return
      const plain = { value, writable: true, enumerable: true, configurable: true }
      if (!Reflect.defineProperty(this, 'zegoWebRTC', plain)) {
        throw new TypeError('Cannot add property zegoWebRTC, object is not extensible')
      }
      if (looksLikeEngine(this)) found(this)
    },
  })

  function looksLikeEngine(candidate: object): candidate is EngineLike {
    const methods = ['loginRoom', 'createStream', 'on', 'off']
    return methods.every((name) => typeof (candidate as Record<string, unknown>)[name] === 'function')
  }
}
