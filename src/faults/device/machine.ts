import type { WireDoor } from '../../cloud/doors/wire/door.ts'
import type { Injection } from '../kit/receipt.ts'
import type { FaultTarget } from '../kit/target.ts'
import { endCapture } from './process.ts'

/** What of a computer falls asleep, beside its clock. */
export interface Machine {
  /** @returns wakes up: the names of hosts whose connections are unknown by then */
  fallAsleep(): Promise<{ readonly ended: readonly string[]; wakeUp(): Promise<readonly string[]> }>
}

/** The computer of a page: no byte passes while it sleeps, nothing is captured, and no connection survives. */
export function machineOf(
  target: FaultTarget & { readonly door: WireDoor },
  network: { halfOpen(target: 'all'): Promise<Injection> },
): Machine {
  return {
    async fallAsleep() {
      const dead = await network.halfOpen('all')
      const ended = await endCapture(target)
      return {
        ended,
        async wakeUp() {
          // The page may have closed them by now, when its timers fired.
          const { wires } = target.door.network.reset(() => true)
          await dead.undo()
          return wires.map(({ host }) => host)
        },
      }
    },
  }
}
