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
