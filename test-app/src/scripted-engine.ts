import type { Engine } from './engine.ts'

/** For unit tests: an engine of which only the given methods exist, and whose events the test fires. */
export function scriptedEngine(methods: Partial<Record<keyof Engine, unknown>>) {
  const listeners = new Map<string, ((...args: never[]) => void)[]>()
  const on = (event: string, listener: (...args: never[]) => void) => {
    listeners.set(event, [...(listeners.get(event) ?? []), listener])
    return true
  }
  return {
    engine: { on, ...methods } as unknown as Engine,
    fire(event: string, ...args: unknown[]): void {
      for (const listener of listeners.get(event) ?? []) listener(...(args as never[]))
    },
  }
}

/** For unit tests: an answer that the test gives when it likes. */
export interface Postponed<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
  readonly reject: (thrown: unknown) => void
}

/** Makes a {@link Postponed} answer. */
export function postponed<T>(): Postponed<T> {
  let settle: Pick<Postponed<T>, 'resolve' | 'reject'> | undefined
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject }
  })
  return { promise, ...(settle as unknown as Pick<Postponed<T>, 'resolve' | 'reject'>) }
}
