/** Where a document has the tracks that its page captures, or once did. */
export const capturesKey = 'zego-fault-harness.captures'

/** What {@link recordCaptures} leaves in a document. */
export type Captures = Set<WeakRef<MediaStreamTrack>> & {
  /** Is told of every track that comes, before the app has it. */
  onTrack?: (track: MediaStreamTrack) => void
}

/**
 * Remembers the tracks that a page captures, by whatever name it asks for them, and their clones. It hands on everything as it is,
 * and keeps nothing alive. Runs in the page before any script of the app, so it must not use anything outside itself.
 *
 * @param key the name of the symbol that they are found under
 */
export function recordCaptures(key: string): void {
  const symbol = Symbol.for(key)
  if (symbol in globalThis) return
  const captures: Captures = new Set()
  Object.defineProperty(globalThis, symbol, { value: captures })
  if (typeof MediaStreamTrack === 'undefined') return
  const note = (made: unknown) => {
    if (made instanceof MediaStreamTrack) {
      captures.add(new WeakRef(made))
      captures.onTrack?.(made)
    } else if (made instanceof MediaStream) made.getTracks().forEach(note)
    else if (made instanceof Promise) made.then(note, () => {})
  }
  // An insecure document has no devices.
  if (typeof MediaDevices !== 'undefined') {
    watch(MediaDevices.prototype, 'getUserMedia')
    watch(MediaDevices.prototype, 'getDisplayMedia')
  }
  watch(MediaStreamTrack.prototype, 'clone')
  watch(MediaStream.prototype, 'clone')

  function watch<Owner extends object>(owner: Owner, name: keyof Owner & string): void {
    const native = owner[name]
    if (typeof native !== 'function') return // as a browser that was made to lack it
    const apply = (target: typeof native, self: unknown, args: unknown[]) => {
      const made: unknown = Reflect.apply(target as (...args: unknown[]) => unknown, self, args)
      note(made)
      return made
    }
    Object.defineProperty(owner, name, {
      ...Object.getOwnPropertyDescriptor(owner, name),
      value: new Proxy(native, { apply }),
    })
  }
}

/** The recorder of captures as the text of a script. */
export const capturesScript = (): string => `(${recordCaptures})(${JSON.stringify(capturesKey)})`
