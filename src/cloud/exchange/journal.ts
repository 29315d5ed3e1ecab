import type { Layer } from './defect.ts'

/**
 * Who decided that a client is refused: a number the test put in the cloud's mouth, a state the cloud is in, or what
 * another client does.
 */
export type Judge = 'number' | 'state' | 'clients'

/** One message that passed the cloud, decoded. */
export interface Entry {
  /** Ms of `Date.now()`. */
  readonly at: number
  /** `in`: from a client; `out`: from the cloud. */
  readonly direction: 'in' | 'out'
  /** The service that it belongs to. */
  readonly layer: Layer
  /** Message name, such as `LoginRoomReq` or `PushUserKickout`. */
  readonly name: string
  /** Its content, by the fields of the message. */
  readonly message: unknown
  /** User ID of the client, once it is known. */
  readonly user?: string
  /** The room that it is about, where it is about one. */
  readonly room?: string
  /** What a handler decided for this request, when one did: `code 1105`, `silence`, … */
  readonly handled?: string
  /**
   * Who decided it, for a push. An answer needs none: without `handled`, the cloud's state did; but where it is that of another
   * client's doing, the answer may say so.
   */
  readonly judgedBy?: Judge
  /** What the cloud said and no client can have got: its link was closed, or nothing passes on the way. */
  readonly lost?: true
}

/** Everything that passed one cloud, in order. Faults take their receipts from it, failed tests their story. */
export class Journal {
  /** All of them so far, oldest first. */
  readonly entries: Entry[] = []
  /** When it was opened, in ms of `Date.now()`: before anything could pass. */
  readonly begun = Date.now()
  readonly #watchers = new Set<(entry: Entry) => void>()

  /** Adds an entry at this moment, and tells whoever subscribed. */
  record(entry: Omit<Entry, 'at'>): void {
    const stamped = { at: Date.now(), ...entry }
    this.entries.push(stamped)
    for (const watch of [...this.#watchers]) watch(stamped)
  }

  /** Calls back on every new entry, until the returned function is called. */
  subscribe(watch: (entry: Entry) => void): () => void {
    this.#watchers.add(watch)
    return () => this.#watchers.delete(watch)
  }

  /** All entries of one message name. */
  named(name: string): Entry[] {
    return this.entries.filter((entry) => entry.name === name)
  }

  /**
   * Resolves with the first entry that matches, past ones included.
   *
   * @param timeout in ms; rejects with an error that names what did pass
   */
  waitFor(what: string, matches: (entry: Entry) => boolean, timeout = 5_000): Promise<Entry> {
    const past = this.entries.find(matches)
    if (past) return Promise.resolve(past)
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer)
        this.#watchers.delete(watch)
      }
      const watch = (entry: Entry) => {
        if (!matches(entry)) return
        stop()
        resolve(entry)
      }
      const timer = setTimeout(() => {
        stop()
        const seen = [...new Set(this.entries.map((entry) => entry.name))].join(', ') || 'nothing'
        reject(new Error(`The cloud saw no ${what} within ${timeout} ms. It saw: ${seen}.`))
      }, timeout)
      this.#watchers.add(watch)
    })
  }
}
