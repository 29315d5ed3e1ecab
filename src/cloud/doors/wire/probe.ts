import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Way } from '../../gateway/media/network-path.ts'
import type { Network } from './network.ts'
import { Wire } from './wire.ts'

/** How often it says something. */
const EVERY_MS = 5
/** What it says where the rate is no matter: less than the link needs a ms for, from 160 kbit/s on. */
const FEW_BYTES = 20
/** More than a link carries fills it. */
const TOO_MUCH = 1.25
/** Some 100 Mbit/s: what is faster, the probe does not fill. */
const MANY_BYTES = 65_536

/** What became of the messages of a probe, one way. */
export interface Heard {
  readonly sent: number
  /** How many have come whole to the other end. */
  readonly came: number
  /** Mean ms from when one was sent until it had come whole; none where none came. */
  readonly meanMs?: number
  /** The longest that one took. */
  readonly longestMs: number
}

/** One way of the probe: what was sent and has not come, by the place of its last byte in the stream. */
class Talk {
  readonly #underWay: { readonly end: number; readonly at: number }[] = []
  #sentBytes = 0
  #cameBytes = 0
  #sent = 0
  #came = 0
  #ms = 0
  #longest = 0
  readonly #from: Socket

  constructor(from: Socket, to: Socket) {
    this.#from = from
    to.on('data', ({ length }) => this.#hear(length))
  }

  say(bytes: number): void {
    this.#sent += 1
    this.#sentBytes += bytes
    this.#underWay.push({ end: this.#sentBytes, at: performance.now() })
    this.#from.write(Buffer.alloc(bytes))
  }

  get heard(): Heard {
    return {
      sent: this.#sent,
      came: this.#came,
      ...(this.#came > 0 && { meanMs: Math.round(this.#ms / this.#came) }),
      longestMs: Math.round(this.#longest),
    }
  }

  #hear(bytes: number): void {
    this.#cameBytes += bytes
    for (;;) {
      const [first] = this.#underWay
      if (!first || first.end > this.#cameBytes) return
      this.#underWay.shift()
      const ms = performance.now() - first.at
      this.#came += 1
      this.#ms += ms
      this.#longest = Math.max(this.#longest, ms)
    }
  }
}

/** A connection of our own on a wire between others, to measure by what the network does to them. Both its ends are here. */
export class Probe {
  readonly #talks: Readonly<Record<Way, Talk>>
  readonly #leave: () => void
  readonly #timers: NodeJS.Timeout[] = []

  private constructor(talks: Record<Way, Talk>, leave: () => void) {
    this.#talks = talks
    this.#leave = leave
  }

  /** @param host for which the network takes it */
  static async open(network: Network, host: string): Promise<Probe> {
    const [client, near] = await connection()
    const [far, server] = await connection()
    const wire = new Wire(host, near, far)
    network.add(wire)
    const talks = { up: new Talk(client, server), down: new Talk(server, client) }
    return new Probe(talks, () => {
      network.remove(wire)
      for (const socket of [client, near, far, server]) socket.destroy()
    })
  }

  /** Begins to talk that way. @param rateKbps fills a link of that rate */
  talk(way: Way, rateKbps = 0): void {
    const filling = Math.ceil(((rateKbps * EVERY_MS) / 8) * TOO_MUCH)
    const bytes = Math.min(Math.max(FEW_BYTES, filling), MANY_BYTES)
    this.#timers.push(setInterval(() => this.#talks[way].say(bytes), EVERY_MS))
  }

  /** What became of what it said that way. */
  heard(way: Way): Heard {
    return this.#talks[way].heard
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer)
    this.#leave()
  }
}

/** Both ends of a TCP connection of this process to itself. */
async function connection(): Promise<[Socket, Socket]> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const client = connect((listener.address() as AddressInfo).port, '127.0.0.1')
  const [[accepted]] = (await Promise.all([once(listener, 'connection'), once(client, 'connect')])) as [
    [Socket],
    unknown,
  ]
  listener.close()
  for (const socket of [client, accepted]) socket.setNoDelay(true).on('error', () => socket.destroy())
  return [client, accepted]
}
