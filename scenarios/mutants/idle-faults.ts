import type { Faults, Injection, Zego } from '../../fixtures/index.ts'
import { InputFaults } from '../../src/faults/input.ts'

type Kinds = Record<string, Record<string, unknown>>

/** Faults of which those that are named (`fault device.unplug`) do nothing, and still give a receipt. */
export function withoutEffect(faults: Faults, names: readonly string[], zego: Zego, title: string): Faults {
  const idle = names.filter((name) => name.startsWith('fault ')).map((name) => name.slice('fault '.length))
  if (idle.length === 0) return faults
  const legal = new InputFaults(title, 'off') as unknown as Record<string, (...args: unknown[]) => unknown>
  return new Proxy(faults, {
    get: (all, kind: string) =>
      new Proxy((all as unknown as Kinds)[kind] ?? {}, {
        get: (methods, method: string) => {
          const fault = `${kind}.${method}`
          if (!idle.includes(fault)) return methods[method]
          return async (...args: unknown[]) => {
            const value = kind === 'input' ? await legal[method]?.(...args) : {}
            const receipt: Injection = {
              ...(value as object),
              fault,
              means: 'real',
              at: Date.now(),
              evidence: { claimed: true },
              undo: async () => {},
            }
            zego.faults.push(receipt)
            return receipt
          }
        },
      }),
  })
}
