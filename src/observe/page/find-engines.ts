/** An object that looks like the SDK's engine. Only the parts the recorder touches. */
export interface EngineLike {
  /** Rooms and messages: all there is of an engine of `zego-express-engine-webrtm`. */
  zegoWebRTM?: unknown
  /** Streams. */
  zegoWebRTC?: unknown
}

/**
 * Calls back with every object that gets a property `zegoWebRTC` by assignment and then looks like an engine: every
 * build of the SDK from 2.26 to 3.12 makes that assignment in the engine's constructor, bundled and minified or not. An
 * engine without streams gets `zegoWebRTM` alone, which one with streams is given first. Runs in the page, so it must not
 * use anything outside itself.
 *
 * Any object may be given the properties: they become exactly the plain ones the assignments would have made.
 */
export function findEngines(found: (engine: EngineLike) => void): void {
  onAssignment('zegoWebRTC', (owner) => hasMethods(owner, 'loginRoom', 'createStream', 'on', 'off'))
  onAssignment(
    'zegoWebRTM',
    (owner) => hasMethods(owner, 'loginRoom', 'on', 'off') && !('createStream' in owner),
  )

  function onAssignment(name: string, isEngine: (owner: object) => boolean): void {
    Object.defineProperty(Object.prototype, name, {
      configurable: true,
      enumerable: false,
      get: () => undefined,
      set(this: unknown, value: unknown) {
        if ((typeof this !== 'object' && typeof this !== 'function') || this === null) return
        const plain = { value, writable: true, enumerable: true, configurable: true }
        if (!Reflect.defineProperty(this, name, plain)) {
          throw new TypeError(`Cannot add property ${name}, object is not extensible`)
        }
        if (isEngine(this)) found(this)
      },
    })
  }

  function hasMethods(owner: object, ...names: string[]): boolean {
    return names.every((name) => typeof (owner as Record<string, unknown>)[name] === 'function')
  }
}
