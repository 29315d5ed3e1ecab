import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

// At the default interval of 3 s the SDK never counts the five samples it wants within its own limit of 15 s.
const publishQualityInterval = 1_000

test('the client gets another address while live', { tag: '@1103058' }, async ({ app, faults, zego }) => {
  app.settings = { engine: { publishQualityInterval } }
  await app.goLive()
  await faults.network.changeAddress()
  await expect(zego).toSurface(1103058, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1103058, { retrying: true })

  await app.comesBack(live, 'network.heal', () => faults.network.heal())
})
