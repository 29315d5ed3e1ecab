import { expect, test } from 'vitest'
import type { Link } from './link.ts'
import { Network } from './network.ts'
import type { Wire } from './wire.ts'

/** A wire that is nothing but the state that a network puts it into. */
class FakeWire {
  readonly host: string
  readonly port: number
  state: string[] = []
  isOpen = true
  wasReset = false

  constructor(host: string, port: number) {
    this.host = host
    this.port = port
  }

  get isPassable() {
    return this.isOpen && !this.state.includes('held')
  }
  hold() {
    this.state.push('held')
  }
  release() {
    this.#end('held')
  }
  delay(ms: number) {
    this.#end('late')
    if (ms > 0) this.state.push(`late by ${ms}`)
  }
  leadOver() {
    this.state.push('led over')
  }
  leadStraight() {
    this.#end('led')
  }
  reset() {
    this.wasReset = true
  }
  #end(what: string) {
    this.state = this.state.filter((each) => !each.startsWith(what))
  }
}

function scene() {
  const network = new Network()
  const add = (host: string, port: number) => {
    const wire = new FakeWire(host, port)
    network.add(wire as unknown as Wire)
    return wire
  }
  return { network, add, signaling: add('hub', 1), other: add('cdn', 2) }
}

const isHub = (host: string) => host === 'hub'
const all = () => true
const link = {} as Link

test('what is meant for some hosts is theirs alone, be it that they are connected to later', () => {
  const { network, add, signaling, other } = scene()
  network.halfOpen(isHub)
  network.delay(isHub, 50)
  network.shape(isHub, 'up', link)
  const state = ['held', 'late by 50', 'led over']
  expect([signaling, other, add('hub', 3), add('cdn', 4)].map((wire) => wire.state)).toEqual([
    state,
    [],
    state,
    [],
  ])
})

test('what ends leaves what others made so', () => {
  const { network, add, signaling, other } = scene()
  const held = network.halfOpen(all)
  const late = network.delay(isHub, 50)
  const shaped = network.shape(isHub, 'down', link)
  held.end()
  expect([signaling.state, other.state]).toEqual([['late by 50', 'led over'], []])
  shaped.end()
  late.end()
  expect(signaling.state).toEqual([])
  expect(add('hub', 3).state).toEqual([])
})

test('what comes while it lasts is healed with it', () => {
  const { network, add } = scene()
  const late = network.delay(isHub, 50)
  const second = add('hub', 3)
  late.end()
  expect(second.state).toEqual([])
  network.halfOpen(all)
  network.refuse(all)
  network.unheard(all)
  network.heal()
  expect([second.state, network.refuses('hub'), network.carries(3)]).toEqual([[], false, true])
})

test('a cut resets what is open, and refuses until its own end', () => {
  const { network, signaling, other } = scene()
  const cut = network.cut(isHub)
  expect([signaling.wasReset, other.wasReset]).toEqual([true, false])
  expect([network.refuses('hub'), network.refuses('cdn')]).toEqual([true, false])
  const refused = network.refuse(isHub)
  cut.end()
  expect(network.refuses('hub')).toBe(true)
  refused.end()
  expect(network.refuses('hub')).toBe(false)
  expect(network.refusals).toEqual(['hub', 'hub'])
})

test('what is sent back arrives where its own connection is heard', () => {
  const { network, signaling } = scene()
  const carried = () => [1, 2, 3].map((port) => network.carries(port))
  expect(carried()).toEqual([true, true, false])
  const unheard = network.unheard(isHub)
  expect(carried()).toEqual([false, true, false])
  unheard.end()
  const held = network.halfOpen(isHub)
  expect(carried()).toEqual([false, true, false])
  held.end()
  signaling.isOpen = false
  expect(carried()).toEqual([false, true, false])
})
