import { isMedia, type StunProtocol } from 'werift'
import { type NetworkPath, verdict, type Way } from '../media/network-path.ts'
import { nothingCarried, type PeerStats } from '../media/peer.ts'
import { through } from '../media/shaper.ts'
import { LatePackets } from './late-packets.ts'

type Transport = StunProtocol['transport']
type Counters = { -readonly [Name in keyof PeerStats]: PeerStats[Name] }

/** Sits between a peer and its UDP socket: counts packets, and loses or delays them as the network paths and their shapers say. */
export class UdpTap {
  readonly counters: Counters = { ...nothingCarried }
  readonly #paths: readonly NetworkPath[]
  readonly #tapped = new Set<Transport>()
  readonly #late = new LatePackets()

  constructor(paths: readonly NetworkPath[]) {
    this.#paths = paths
  }

  /** Takes a socket over; does nothing when it has it already. @returns whether it is new */
  attach(transport: Transport): boolean {
    if (this.#tapped.has(transport)) return false
    this.#tapped.add(transport)
    const deliver = transport.onData
    const send = transport.send
    transport.onData = (data, from) => this.#pass('up', data, () => deliver(data, from))
    transport.send = async (data, to) => {
      this.#pass('down', data, () => {
        // The socket may have been closed by the peer while the packet was late.
        if (!transport.closed) send(data, to).catch(() => {})
      })
    }
    return true
  }

  /** Judges a packet that was seen before its socket was. */
  admits(way: Way, data: Uint8Array): boolean {
    const lost = verdict(this.#paths, way, false) === 'lost'
    if (lost) this.#count(way, data, 'dropped')
    return !lost
  }

  close(): void {
    this.#late.clear()
  }

  #pass(way: Way, data: Buffer, forward: () => void): void {
    const media = isMedia(data)
    const decision = verdict(this.#paths, way, media)
    if (decision === 'lost') return this.#count(way, data, 'dropped')
    const since = performance.now()
    const passage = through(this.#paths, way, data.length, since + decision)
    if (passage === 'lost') return this.#count(way, data, 'dropped')
    if (media) this.#count(way, data, 'packets')
    const ms = decision + passage.ms
    if (ms === 0) {
      passage.arrived(0)
      return forward()
    }
    this.#late.hold(since + ms, () => {
      const waited = performance.now() - since
      this.counters[way === 'up' ? 'lateIn' : 'lateOut']++
      this.counters.msLate += waited
      passage.arrived(waited - ms)
      forward()
    })
  }

  #count(way: Way, data: Uint8Array, what: 'packets' | 'dropped'): void {
    const suffix = way === 'up' ? 'In' : 'Out'
    this.counters[`${what}${suffix}`]++
    if (what === 'packets') this.counters[`bytes${suffix}`] += data.length
  }
}
