import type { Cloud } from '../../cloud/cloud.ts'
import type { WireDoor } from '../../cloud/doors/wire/door.ts'
import type { Injection } from '../kit/receipt.ts'
import type { FaultTarget } from '../kit/target.ts'
import { endCapture } from './process.ts'

/** What of a computer falls asleep, beside its clock. */
export interface Machine {
  /** @param ms for how long, on the clocks that leap */
  fallAsleep(ms: number): Promise<Asleep>
}

/** What the computer finds gone once it is awake. */
export interface Asleep {
  /** Kinds of device whose capture ended. */
  readonly ended: readonly string[]
  /** Streams whose sessions the media server has given up, as it hears nothing. */
  readonly forgotten: readonly string[]
  /** @returns the names of hosts whose connections are unknown by then */
  wakeUp(): Promise<readonly string[]>
}

/** Ms of silence after which nothing is sent to a peer any more, whose consent has expired (RFC 7675). */
const consentMs = 30_000

/** The computer of a page: no byte passes while it sleeps, nothing is captured, and no connection survives. */
export function machineOf(
  target: FaultTarget & { readonly cloud: Cloud; readonly door: WireDoor },
  network: { halfOpen(target: 'all'): Promise<Injection> },
): Machine {
  return {
    async fallAsleep(ms) {
      const dead = await network.halfOpen('all')
      const ended = await endCapture(target)
      const { gateway } = target.cloud
      const sessions = ms < consentMs ? [] : gateway.find({ path: target.door.path })
      await Promise.all(sessions.map((session) => session.close()))
      return {
        ended,
        forgotten: sessions.map(({ stream }) => stream.id),
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
