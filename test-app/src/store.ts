/** A value that can be watched: the only way in which the parts of this app tell each other about changes. */
export interface Store<T> {
  get(): T
  set(next: T): void
  /** Changes some fields, keeps the others. */
  patch(some: Partial<T>): void
  /** Calls `listener` now and after every change; returns how to stop. */
  watch(listener: (value: T) => void): () => void
}

/** A {@link Store} that begins with `initial`. */
export function createStore<T>(initial: T): Store<T> {
  const listeners = new Set<(value: T) => void>()
  let value = initial
  const set = (next: T) => {
    value = next
    for (const listener of [...listeners]) listener(value)
  }
  return {
    get: () => value,
    set,
    patch: (some) => set({ ...value, ...some }),
    watch(listener) {
      listeners.add(listener)
      listener(value)
      return () => listeners.delete(listener)
    },
  }
}
