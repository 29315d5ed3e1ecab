import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { nothingCarried } from '../../cloud/gateway/media/peer.ts'
import { through } from '../../cloud/gateway/media/shaper.ts'
import { publish, setUp } from '../../cloud/gateway/testing/set-up.ts'
import { MediaNetwork } from './media-network.ts'

const lossy = { phases: [{ up: { loss: 0.5 }, down: { loss: 0.5 } }] }

test('media that an app shows a moment before the gateway has it is waited for, and shaped', async () => {
  const { gateway, host, peers } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  const shaping = new MediaNetwork(gateway, gateway.path).shape(lossy, ['up', 'down'], 'seed', 'media')
  await setImmediate()
  expect(gateway.path.shapers('up')).toEqual([])
  peers[0]?.connect()
  await expect.poll(() => gateway.path.shapers('up').length).toBe(1)
  for (let at = 0; at < 100; at++) {
    const passage = through([gateway.path], 'up', 1_000, at)
    if (passage !== 'lost') passage.arrived(0)
  }
  const { evidence, undo } = await shaping
  expect(evidence).toMatchObject({ measured: { up: { loss: 0.5 } } })
  expect(evidence).not.toHaveProperty('measured.down')
  undo()
})

test('media that nobody sends or asks for is not waited for', async () => {
  const { gateway, host } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  const network = new MediaNetwork(gateway, gateway.path)
  await expect(network.shape(lossy, ['down'], 'seed', 'media')).rejects.toThrow(
    'expected media that goes down: await cloud.playing() before, but found ["publisher of s1, still connecting"]',
  )
  for (const { closed } of gateway.find()) {
    gateway.reset()
    await closed
  }
  await expect(network.cut('media', false)).rejects.toThrow('but found "no media session"')
})

/** A publisher whose peer counts what the path does to the packets that go by whenever it is asked. */
async function withMedia() {
  const { gateway, host, peers } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  const [peer] = peers
  if (!peer) throw new Error('no peer')
  peer.connect()
  const { path } = gateway
  const counts = { ...nothingCarried, packetsOut: 1 }
  peer.stats = () => {
    for (const [way, dropped, late] of [
      ['up', 'droppedIn', 'lateIn'],
      ['down', 'droppedOut', 'lateOut'],
    ] as const) {
      const verdict = path.verdict(way, true)
      if (verdict === 'lost') counts[dropped] += 1
      else if (verdict > 0) {
        counts[late] += 1
        counts.msLate += verdict + 7
      }
    }
    return { ...counts }
  }
  return { path, network: new MediaNetwork(gateway, path) }
}

test('how late media is, is measured, and not what was asked', async () => {
  const { path, network } = await withMedia()
  const { evidence, undo } = await network.delay(100, 'media')
  expect(evidence.meanMs).toBe(107)
  undo()
  expect(path.isImpaired).toBe(false)
})

test('media is lost the way that is meant, and counted from before', async () => {
  const { path, network } = await withMedia()
  const { evidence, undo } = await network.lose(1, 'down')
  expect(path.verdict('up', true)).toBe(0)
  expect(evidence.before).toMatchObject({ droppedIn: 0, droppedOut: 0 })
  expect(evidence.after).toMatchObject({ droppedIn: 0 })
  undo()
  expect(path.verdict('down', true)).toBe(0)
})

test('media of the gateway no longer arrives, and the connection stays', async () => {
  const { path, network } = await withMedia()
  const { undo } = await network.mute()
  expect([path.isCut('down', 'media'), path.isCut('down', 'all'), path.isCut('up', 'media')]).toEqual([
    true,
    false,
    false,
  ])
  undo()
  expect(path.isCut('down', 'media')).toBe(false)
})

test('UDP is blocked before anybody connects, and what is swallowed by it is counted', async () => {
  const { gateway } = setUp()
  const cutting = new MediaNetwork(gateway, gateway.path).cut('media', true)
  expect(gateway.path.verdict('up', false)).toBe('lost')
  const { evidence, undo } = await cutting
  expect(evidence.met).toBe(1)
  gateway.path.verdict('down', false)
  expect(evidence.met).toBe(2)
  undo()
  expect(gateway.path.verdict('up', false)).toBe(0)
})
