import { expect, onTestFinished, test } from 'vitest'
import { Network } from '../cloud/doors/wire/network.ts'
import { Probe } from '../cloud/doors/wire/probe.ts'
import { NetworkPath } from '../cloud/gateway/media/network-path.ts'
import { nothingCarried } from '../cloud/gateway/media/peer.ts'
import { isSignalingHost } from '../cloud/hosts.ts'
import { NetworkFaults } from './network.ts'

const node = 'accesshub-wss.coolbcloud.com'

function setUp(cloud: object = {}) {
  const network = new Network()
  const door = { network, path: new NetworkPath(), isSignaling: isSignalingHost }
  const context = { pages: () => [] }
  const scene = { cloud, door, context, title: 'a test' }
  return { network, faults: new NetworkFaults(scene as never) }
}

test('a refusal counts connections to the hosts that are meant, since it began', async () => {
  const { network, faults } = setUp()
  const everything = await faults.refuse('all')
  network.refuses(node)
  const signaling = await faults.refuse('signaling')
  network.refuses('weblogger-wss.coolbcloud.com')
  network.refuses(node)
  expect(signaling.evidence).toMatchObject({ met: 1, refused: [node] })
  expect(everything.evidence).toMatchObject({ met: 3 })
})

test('of several hosts, the one that is asked for first stays out of reach, and no other', async () => {
  const { network, faults } = setUp()
  const { evidence, undo } = await faults.refuse('signaling', { only: 'first' })
  const other = 'accesshub-wss.coolgcloud.com'
  expect([node, other, node].map((host) => network.refuses(host))).toEqual([true, false, true])
  expect(evidence).toMatchObject({ met: 2, refused: [node] })
  await undo()
  expect(network.refuses(node)).toBe(false)
})

test('a target without connections is refused, in words that lead on', async () => {
  const { faults } = setUp()
  await expect(faults.reset('media' as never)).rejects.toThrow(/Use cut, lose or delay/)
  await expect(faults.reset('rooms' as never)).rejects.toThrow(/No such network target: rooms. Use signaling/)
})

test('bytes that came late before are no receipt of a delay', async () => {
  const { network, faults } = setUp()
  const page = await Probe.open(network, node)
  onTestFinished(() => page.close())
  const first = await faults.delay(20)
  page.talk('up')
  await expect.poll(() => first.evidence.met).toBeGreaterThan(0)
  const second = await faults.delay(40)
  expect(second.evidence.met).toBe(0)
  await expect.poll(() => second.evidence.met).toBeGreaterThan(0)
  expect(second.evidence.delayed).toEqual([node])
})

test('to heal the network ends what it was like for signaling, too', async () => {
  const { network, faults } = setUp()
  onTestFinished(() => faults.heal())
  const page = await Probe.open(network, node)
  onTestFinished(() => page.close())
  await faults.shape({ latencyMs: 2_000 }, { target: 'signaling' })
  await faults.heal()
  page.talk('up')
  await expect.poll(() => page.heard('up').came).toBeGreaterThan(20)
  expect(page.heard('up').meanMs).toBeLessThan(1_000)
})

test('of several addresses that a client got, each is given up alone, in whatever order', async () => {
  let dropped = 0
  const stats = () => ({ ...nothingCarried, packetsOut: 1, droppedOut: ++dropped })
  const session = { role: 'player', isConnected: true, stream: { id: 's1' }, peer: { stats } }
  const configuration = { clientIp: '127.0.0.1' }
  const gateway = { find: () => [session] }
  const { network, faults } = setUp({ configuration, gateway, clientsThrough: () => [] })
  const moveTo = async (address: string) => {
    const page = await Probe.open(network, node)
    onTestFinished(() => page.close())
    return faults.changeAddress(address)
  }
  const one = await moveTo('127.0.0.2')
  const two = await moveTo('127.0.0.3')
  await one.undo()
  expect(configuration.clientIp).toBe('127.0.0.3')
  await two.undo()
  expect(configuration.clientIp).toBe('127.0.0.1')

  await moveTo('127.0.0.2')
  await moveTo('127.0.0.3')
  await faults.heal()
  expect(configuration.clientIp).toBe('127.0.0.1')
  configuration.clientIp = '127.0.0.9' // what a test sets itself is nothing to heal
  await faults.heal()
  expect(configuration.clientIp).toBe('127.0.0.9')
})
