import { setTimeout } from 'node:timers/promises'
import { Link } from '../../cloud/doors/wire/link.ts'
import type { Effect, HostFilter, Network } from '../../cloud/doors/wire/network.ts'
import { type Heard, Probe } from '../../cloud/doors/wire/probe.ts'
import type { Reading } from '../../cloud/gateway/media/meter.ts'
import type { Way } from '../../cloud/gateway/media/network-path.ts'
import { slowness } from '../../machine/slowness.ts'
import { measuredAsAsked, shapedFirst } from './measured.ts'
import type { NetworkProfile } from './network-profiles.ts'
import { FaultNotInjected } from './receipt.ts'
import type { Shaped } from './shaped.ts'
import { Shaping } from './shaping.ts'

/** A node of AccessHub, for every filter of connections takes it. */
const PROBED_HOST = 'accesshub-probe.zego.im'
/** What a message may come earlier than the link was measured to take: both are means of some hundred. */
const TOLERANCE_MS = 10
/** How long it may take until messages are as late as their bytes, in ms: one that is lost again and again is late. */
const PATIENCE_MS = 10_000 * slowness()
const POLL_MS = 10

/** The connections of those who share a door, as `network.shape` acts on them; it is measured by a connection of its own. */
export class SignalingNetwork {
  readonly #network: Network
  readonly #shapings = new Set<{ end(): void }>()

  constructor(network: Network) {
    this.#network = network
  }

  /**
   * Makes the network between the page and some hosts another one, and resolves once a probe on a wire of the same network
   * has measured its first phase. It needs no open connection: those that come later share it.
   *
   * @param seed a text that decides what is lost
   * @throws {FaultNotInjected} when it is measured to be otherwise
   * @throws {TypeError} when the first phase has nothing to be measured
   */
  async shape(
    profile: NetworkProfile,
    ways: readonly Way[],
    seed: string,
    hosts: HostFilter,
  ): Promise<Shaped> {
    const shaped = shapedFirst(profile, ways)
    const effects: Effect[] = []
    const shaping = new Shaping({
      ...{ profile, ways, seed },
      make: (random) => new Link(random),
      lead: (way, link) => {
        const effect = this.#network.shape(hosts, way, link)
        effects.push(effect)
        return () => {
          effect.end()
          link.become({})
        }
      },
    })
    this.#shapings.add(shaping)
    const undo = () => {
      shaping.end()
      this.#shapings.delete(shaping)
    }
    shaping.begin()
    const readBack = await probed(this.#network, shaping, profile, shaped).catch((error) => {
      undo()
      throw error
    })
    // What the probe has left on the link is nothing to wait for.
    shaping.beginAnew()
    const probesOwn = lateBytes(effects)
    const evidence = {
      ...readBack,
      request: 'bytes over this network',
      get phases() {
        return shaping.phases
      },
      /** Bytes of the page that went over it. */
      get met() {
        return lateBytes(effects) - probesOwn
      },
    }
    return { evidence, undo, run: () => shaping.run() }
  }

  heal(): void {
    for (const shaping of this.#shapings) shaping.end()
    this.#shapings.clear()
  }
}

/** What a probe measured, and what it heard of its own messages at the other end. */
async function probed(
  network: Network,
  shaping: Shaping<Link>,
  { phases }: NetworkProfile,
  ways: readonly Way[],
): Promise<Record<string, unknown>> {
  const probe = await Probe.open(network, PROBED_HOST)
  try {
    for (const way of ways) probe.talk(way, phases[0]?.[way]?.rateKbps)
    const { asked, measured } = await measuredAsAsked(shaping, phases, ways)
    const heard = ways.map(async (way) => [way, await heardOf(probe, way, measured[way])] as const)
    return { asked, measured, messages: Object.fromEntries(await Promise.all(heard)) }
  } finally {
    probe.close()
  }
}

/** @throws {FaultNotInjected} when messages come sooner than their bytes were measured to */
async function heardOf(probe: Probe, way: Way, measured?: Reading): Promise<Heard> {
  const { delayMs } = measured ?? {}
  if (delayMs === undefined) return probe.heard(way)
  const isLate = ({ meanMs = 0 }: Heard) => meanMs >= delayMs - TOLERANCE_MS
  let heard = probe.heard(way)
  // Where each takes another time, the first few may all have been quick.
  for (const until = Date.now() + PATIENCE_MS; !isLate(heard) && Date.now() < until; heard = probe.heard(way))
    await setTimeout(POLL_MS)
  if (isLate(heard)) return heard
  throw new FaultNotInjected(`messages that go ${way} to be late at the other end by ${delayMs} ms`, heard)
}

/** How many bytes came late on the wires that something acted on. */
function lateBytes(effects: readonly Effect[]): number {
  const wires = new Set(effects.flatMap((effect) => effect.wires))
  return [...wires].reduce((bytes, { traffic }) => bytes + traffic.late, 0)
}
