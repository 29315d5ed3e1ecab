import type { Receipt } from './receipt.ts'

/** Runs one injection as a named step, so that it shows in reports and traces. */
export type Step = <T>(title: string, body: () => Promise<T>) => Promise<T>

interface Options {
  /** Off makes every fault a no-op: the control that shows what a scenario proves. */
  readonly injection: 'on' | 'off'
  readonly step: Step
  readonly onReceipt: (receipt: Receipt) => void
}

type Kind = Record<string, unknown>

/**
 * Stands between a test and the faults: names each injection as a step, keeps its receipt, and in a control run
 * leaves the fault out while everything else goes on as usual.
 */
export class Injector {
  readonly #options: Options
  readonly #leftOut = new Set<string>()

  constructor(options: Options) {
    this.#options = options
  }

  /** The faults that a control run left out, each once, by their dotted names. */
  get leftOut(): readonly string[] {
    return [...this.#leftOut]
  }

  /**
   * Wraps one kind of faults, such as `network`: an object whose methods inject or end faults.
   *
   * @param name what its methods are called by in steps and skipped receipts
   */
  wrap<Faults extends object>(name: string, kind: Faults): Faults {
    return new Proxy(kind, {
      get: (target, property) => {
        const member: unknown = (target as Kind)[property as string]
        if (typeof member !== 'function') return member
        const title = `${name}.${String(property)}`
        return (...args: unknown[]) => this.#run(title, args, () => Reflect.apply(member, target, args))
      },
    })
  }

  /** Like `wrap`, for faults that leave themselves out in a control run, because a test needs the value they give. */
  watch<Faults extends object>(kind: Faults): Faults {
    const { onReceipt } = this.#options
    return new Proxy(kind, {
      get: (target, property) => {
        const member: unknown = (target as Kind)[property as string]
        if (typeof member !== 'function') return member
        return (...args: unknown[]) => {
          const result: unknown = Reflect.apply(member, target, args)
          if (!(result instanceof Promise)) return result
          return result.then((receipt: unknown) => {
            if (!isReceipt(receipt)) return receipt
            if (receipt.evidence.skipped) this.#leftOut.add(receipt.fault)
            else onReceipt(receipt)
            return receipt
          })
        }
      },
    })
  }

  async #run(fault: string, args: unknown[], inject: () => unknown): Promise<unknown> {
    const { injection, step, onReceipt } = this.#options
    const title = `fault: ${fault}(${args.map(inWords).join(', ')})`
    if (injection === 'off') {
      this.#leftOut.add(fault)
      return step(`${title}, left out`, async () => skipped(fault))
    }
    const result = await step(title, async () => inject())
    if (isReceipt(result)) onReceipt(result)
    return result
  }
}

const skipped = (fault: string): Receipt => ({
  fault,
  means: 'real',
  at: Date.now(),
  evidence: { skipped: true },
})

const isReceipt = (value: unknown): value is Receipt =>
  typeof value === 'object' && value !== null && 'fault' in value && 'evidence' in value

function inWords(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
