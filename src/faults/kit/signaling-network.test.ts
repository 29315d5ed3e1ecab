import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expect, onTestFinished, test } from 'vitest'
import { Network } from '../../cloud/doors/wire/network.ts'
import { Probe } from '../../cloud/doors/wire/probe.ts'
import type { Conditions } from '../../cloud/gateway/media/conditions.ts'
import type { Reading } from '../../cloud/gateway/media/meter.ts'
import { isSignalingHost } from '../../cloud/hosts.ts'
import { slowness } from '../../machine/slowness.ts'
import type { NetworkProfile } from './network-profiles.ts'
import { SignalingNetwork } from './signaling-network.ts'
import { profileOf } from './wanted-network.ts'

const HOST = 'accesshub-wss.coolbcloud.com'

function scene() {
  const network = new Network()
  const signaling = new SignalingNetwork(network)
  onTestFinished(() => {
    network.heal()
    signaling.heal()
  })
  const shape = (profile: NetworkProfile | Conditions, filter = isSignalingHost) =>
    signaling.shape(profileOf(profile), ['up', 'down'], 'a test', filter)
  /** A connection of the page's. */
  const talk = async () => {
    const probe = await Probe.open(network, HOST)
    onTestFinished(() => probe.close())
    return probe
  }
  return { network, signaling, shape, talk }
}

const measuredOf = ({ evidence }: { evidence: object }) =>
  (evidence as { measured: Record<'up' | 'down', Reading> }).measured

test('delay, jitter and loss are measured both ways, without any connection of the page', async () => {
  const { network, shape } = scene()
  const shaped = await shape({ latencyMs: 60, jitterMs: 40, loss: 0.05 })
  const { up, down } = measuredOf(shaped)
  for (const { delayMs = 0, loss, spreadMs = 0, resentMs = 0 } of [up, down]) {
    expect(Math.abs(delayMs - 80)).toBeLessThanOrEqual(10)
    expect(Math.abs(loss - 0.05)).toBeLessThanOrEqual(0.01)
    expect(spreadMs).toBeGreaterThanOrEqual(20)
    expect(resentMs).toBeGreaterThanOrEqual(350)
  }
  expect(shaped.evidence).toMatchObject({ met: 0, asked: { up: { latencyMs: 60 } } })
  expect(network.wires.size).toBe(0)
  shaped.undo()
})

test('what the probe has left on the link keeps the page waiting no longer', async () => {
  const { shape, talk } = scene()
  const page = await talk()
  const shaped = await shape({ rateKbps: 30, jitterMs: 300 })
  const { overMs } = measuredOf(shaped).up
  page.talk('up')
  await expect.poll(() => page.heard('up').came).toBeGreaterThan(0)
  // A quarter of what it said in that time did not fit, and would take as long.
  expect(page.heard('up').longestMs).toBeLessThan(300 + overMs / 8)
})

test.each([30, 750, 20_000])('a rate of %i kbit/s is measured', async (rateKbps) => {
  const { shape } = scene()
  const { up, down } = measuredOf(await shape({ rateKbps }))
  for (const { rateKbps: measured = 0 } of [up, down])
    expect(Math.abs(measured / rateKbps - 1)).toBeLessThanOrEqual(0.1)
})

test('where nothing gets through, no message is heard, and all are once it is over', async () => {
  const { shape, talk } = scene()
  const page = await talk()
  const dead = await shape({ loss: 1 })
  expect(dead.evidence).toMatchObject({ measured: { up: { loss: 1 } }, messages: { up: { came: 0 } } })
  page.talk('up')
  await expect.poll(() => page.heard('up').sent).toBeGreaterThan(10)
  expect(page.heard('up').came).toBe(0)
  expect(dead.evidence.met).toBeGreaterThan(0)
  dead.undo()
  await expect.poll(() => page.heard('up').came).toBeGreaterThan(10)
})

test('phases go by, and the receipt has what the page met in each', async () => {
  const { shape, talk } = scene()
  const page = await talk()
  const stalls = monitorEventLoopDelay({ resolution: 1 })
  stalls.enable()
  onTestFinished(() => void stalls.disable())
  const phases = [
    { name: 'far', lasts: 500, up: { latencyMs: 100 } },
    { name: 'gone', lasts: 500, up: { loss: 1 } },
  ]
  const shaped = await shape({ phases })
  page.talk('up')
  shaped.run()
  await expect.poll(() => shaped.evidence.phases).toHaveLength(2)
  await expect.poll(() => page.heard('up').longestMs).toBeGreaterThan(300)
  const [far, gone] = shaped.evidence.phases as { phase: string; up: Reading }[]
  expect(far).toMatchObject({ phase: 'far', up: { loss: 0 } })
  expect(far?.up.delayMs).toBeGreaterThanOrEqual(90)
  // What this process does meanwhile, a message waits for once.
  expect(far?.up.delayMs).toBeLessThanOrEqual(100 + Math.max(20, stalls.max / 1e6))
  expect(gone).toMatchObject({ phase: 'gone', up: { loss: 1, arrived: 0 } })
})

test('what cannot be measured is refused', async () => {
  const { shape } = scene()
  await expect(shape({ phases: [{ lasts: '1s' }, {}] })).rejects.toThrow('healthy in its first phase')
  await expect(shape({ rateKbps: 900_000 })).rejects.toThrow('traffic that never fills 900000 kbit/s')
})

test('hosts that are not meant are not shaped', async () => {
  const { network, shape } = scene()
  await shape({ latencyMs: 1_000 })
  const other = await Probe.open(network, 'app.example')
  onTestFinished(() => other.close())
  other.talk('up')
  await expect.poll(() => other.heard('up').came).toBeGreaterThan(20)
  expect(other.heard('up').meanMs).toBeLessThan(50 * slowness())
})
