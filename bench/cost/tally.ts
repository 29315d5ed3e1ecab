import { kindOf } from './kinds.ts'
import type { Process } from './processes.ts'

/** CPU seconds of a tree of processes, by kind. */
export type Cpu = Readonly<Record<string, number>>

/** Which kind a process was of when it ended between two looks, the part that no look saw of others included. */
export const unseen = 'ended between two looks'

/**
 * Adds up what the descendants of a process use, from looks at all processes.
 *
 * The sum is exact however short a process lives: the system adds the time of each to the parent that waited for it. Only
 * its kind needs a look while it lives; what came after the last one counts as `unseen`.
 */
export class Tally {
  readonly #root: number
  /** What the root had started before, such as a compiler for its own code. */
  readonly #before: ReadonlySet<string>
  readonly #endedBefore: number
  readonly #seen = new Map<string, { kind: string; own: number }>()
  readonly #ours = new Set<string>()
  #sum = 0

  /**
   * @param root process whose descendants count; it does not itself
   * @param before all processes before the first that counts
   */
  constructor(root: number, before: readonly Process[]) {
    this.#root = root
    this.#before = new Set(before.map(({ id }) => id))
    this.#endedBefore = before.find(({ pid }) => pid === root)?.ended ?? 0
  }

  look(all: readonly Process[]): void {
    const byPid = new Map(all.map((process) => [process.pid, process]))
    const isOurs = ({ id, pid, parent }: Process): boolean => {
      if (pid === this.#root || this.#before.has(id)) return false
      const above = byPid.get(parent)
      // One whose parent has ended was seen below it before, or belongs to the root by now.
      return this.#ours.has(id) || parent === this.#root || (above !== undefined && isOurs(above))
    }
    const ours = all.filter(isOurs)
    for (const { id, own, command } of ours) {
      this.#ours.add(id)
      const kind = command ? kindOf(command) : (this.#seen.get(id)?.kind ?? unseen)
      this.#seen.set(id, { kind, own })
    }
    const ended = (byPid.get(this.#root)?.ended ?? 0) - this.#endedBefore
    this.#sum = ours.reduce((sum, process) => sum + process.own + process.ended, ended)
  }

  /** CPU seconds by kind so far. */
  get cpu(): Cpu {
    const kinds: Record<string, number> = {}
    for (const { kind, own } of this.#seen.values()) kinds[kind] = (kinds[kind] ?? 0) + own
    const known = Object.values(kinds).reduce((sum, own) => sum + own, 0)
    return { ...kinds, [unseen]: (kinds[unseen] ?? 0) + Math.max(0, this.#sum - known) }
  }

  get sum(): number {
    return this.#sum
  }
}
