import { expect, test } from 'vitest'
import { createTurnClient } from 'werift'
import { Cloud } from '../cloud/cloud.ts'
import { MediaFaults } from './media.ts'

test('clients are told of one relay, which grants allocations, until the faults end', async () => {
  const cloud = new Cloud()
  const faults = new MediaFaults(cloud)
  const { evidence } = await faults.offerRelay()
  const { relay } = cloud.gateway.options
  expect(relay?.url).toBe(evidence.url)
  expect((await faults.offerRelay()).evidence.url).toBe(evidence.url)

  const address: [string, number] = ['127.0.0.1', Number(/:(\d+)\?/.exec(relay?.url ?? '')?.[1])]
  const { username = '', credential: password = '' } = relay ?? {}
  const client = await createTurnClient({ address, username, password }, { transport: 'udp' })
  expect(evidence.granted).toBe(1)
  await client.close()

  await faults.restore()
  expect(cloud.gateway.options.relay).toBeUndefined()
  await faults.restore()
})

test('a setting counts once a client has fetched it', async () => {
  const cloud = new Cloud()
  const { evidence } = await new MediaFaults(cloud).notOffered()
  expect(evidence.met).toBe(0)
  cloud.journal.record({ direction: 'in', layer: 'accesshub', name: 'GetAppConfigRequest', message: {} })
  expect(evidence.met).toBe(1)
})
