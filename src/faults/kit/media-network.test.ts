import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
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
