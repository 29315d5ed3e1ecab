import { Refusal } from '../exchange/refusal.ts'
import { refused } from './refused.ts'
import type { World } from './task-check.ts'

/** A mix that runs: made of streams by a client, or of everything in a room by the service itself. */
export interface MixerTask {
  readonly id: string
  /** User ID of whoever started it: nobody else may stop it. */
  readonly startedBy: string
  /** IDs of the streams in it; of an automatic mix, none. */
  readonly inputs: readonly string[]
  /** Stream IDs and push addresses it goes to. */
  readonly outputs: readonly string[]
}

/** What of the service an app may use. */
interface Enabled {
  readonly mixing: boolean
  readonly autoMixing: boolean
}

/** The mixing service of one cloud: which tasks run. It mixes no media: a mixed stream exists, but nobody can play it. */
export class Mixer implements World {
  /** Tasks that run, by ID. */
  readonly tasks = new Map<string, MixerTask>()
  /**
   * Pictures that mixes may show, by address: nothing is fetched, so an address that is not here is not found.
   *
   * @example cloud.mixer.pictures.set('preset-id://logo.png', readFileSync('logo.png'))
   */
  readonly pictures = new Map<string, Uint8Array>()
  /** Whether anybody publishes a stream. */
  readonly hasStream: (id: string) => boolean

  readonly #enabled: Enabled

  constructor(isPublished: (id: string) => boolean, enabled: Enabled = { mixing: true, autoMixing: true }) {
    this.#enabled = enabled
    this.hasStream = (id) =>
      isPublished(id) || [...this.tasks.values()].some(({ outputs }) => outputs.includes(id))
  }

  /** @throws {Refusal} unless the app may mix, or mix a whole room */
  demand(what: keyof Enabled): void {
    if (!this.#enabled.mixing) throw new Refusal(refused.notEnabled, 'mixing is not enabled for this app')
    if (!this.#enabled[what])
      throw new Refusal(refused.autoNotEnabled, 'automatic mixing is not enabled for this app')
  }

  /** Starts a task, or changes the one of that ID, as a client or a participant that the test made up. */
  start(task: MixerTask): void {
    this.tasks.set(task.id, task)
  }

  /** @throws {Refusal} when there is no such task, or somebody else started it */
  stop(id: string, user: string): void {
    const task = this.tasks.get(id)
    if (!task) throw new Refusal(refused.noSuchTask, `no task ${id} runs`)
    if (task.startedBy !== user)
      throw new Refusal(refused.notTheStarter, `task ${id} was started by ${task.startedBy}, not by ${user}`)
    this.tasks.delete(id)
  }
}
