import { demandKnown } from './known.ts'
import { FaultNotInjected, type Injection, injected, type Receipt } from './receipt.ts'

/** Runs one injection as a named step, so that it shows in reports and traces. */
export type Step = <T>(title: string, body: () => Promise<T>) => Promise<T>

interface Options {
  /** Off makes every fault a no-op: the control that shows what a scenario proves. */
  readonly injection: 'on' | 'off'
  readonly step: Step
  readonly onReceipt: (receipt: Receipt) => void
  /** Called whenever a control has left a fault out, with what stands in for its receipt. */
  readonly onLeftOut?: (receipt: Receipt) => void
}

/** Adds what is known of a fault by who made it to what the fault read back itself. */
export type Complete = (fault: string, made: Injection) => Promise<void>

type Kind = Record<string, unknown>
type Method = (...args: unknown[]) => unknown

/**
 * Stands between a test and the faults: names each injection as a step, stamps and keeps its receipt, and in a control
 * run leaves the fault out while everything else goes on as usual.
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
   * @param name what its methods are called by in steps and receipts
   * @param complete adds to the evidence of one that was made
   */
  wrap<Faults extends object>(name: string, kind: Faults, complete?: Complete): Faults {
    return named(name, kind, (fault, inject, args) => this.#run(fault, args, inject, complete))
  }

  /** Like `wrap`, for faults that leave themselves out in a control run, because a test needs the value they give. */
  watch<Faults extends object>(name: string, kind: Faults): Faults {
    return named(name, kind, (fault, inject) => {
      const result = inject()
      return result instanceof Promise ? result.then((made) => this.#stamped(fault, made)) : result
    })
  }

  async #run(fault: string, args: unknown[], inject: () => unknown, complete?: Complete): Promise<unknown> {
    const { injection, step } = this.#options
    const title = `fault: ${fault}(${args.map(inWords).join(', ')})`
    if (injection === 'off') {
      return step(`${title}, left out`, async () => this.#skipped(fault, skipped(fault)))
    }
    try {
      const made = await step(title, async () => inject())
      if (complete && isInjection(made)) await complete(fault, made)
      return this.#stamped(fault, made)
    } catch (error) {
      throw error instanceof FaultNotInjected ? error.of(fault) : error
    }
  }

  /** Gives a receipt the name of the method that was called, and keeps it. */
  #stamped(fault: string, made: unknown): unknown {
    if (!isInjection(made)) return made
    const receipt = { ...made, fault, undo: this.#ending(fault, made) }
    if (made.evidence.skipped) return this.#skipped(fault, receipt)
    this.#options.onReceipt(receipt)
    return receipt
  }

  #skipped(fault: string, receipt: Injection): Injection {
    this.#leftOut.add(fault)
    this.#options.onLeftOut?.(receipt)
    return receipt
  }

  #ending(fault: string, { undo }: Injection): () => Promise<void> {
    let ended: Promise<void> | undefined
    return () => {
      ended ??= this.#options.step(`fault over: ${fault}`, undo)
      return ended
    }
  }
}

/** Every call of a method, by its dotted name. */
function named<Faults extends object>(
  name: string,
  kind: Faults,
  call: (fault: string, inject: () => unknown, args: unknown[]) => unknown,
): Faults {
  return new Proxy(kind, {
    get: (target, property) => {
      demandKnown(`faults.${name}`, target, property)
      const member = (target as Kind)[property as string]
      if (typeof member !== 'function') return member
      const fault = `${name}.${String(property)}`
      return (...args: unknown[]) => call(fault, () => Reflect.apply(member as Method, target, args), args)
    },
  })
}

const skipped = (fault: string): Injection => ({
  ...injected({ means: 'real', evidence: { skipped: true } }),
  fault,
})

const isInjection = (value: unknown): value is Injection =>
  typeof value === 'object' && value !== null && 'fault' in value && 'evidence' in value

function inWords(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
