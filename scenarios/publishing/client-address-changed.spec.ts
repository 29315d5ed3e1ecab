import { expect, test } from '../test.ts'

// At the default interval of 3 s the SDK never counts the five samples it wants within its own limit of 15 s.
const publishQualityInterval = 1_000

test('the client gets another address while live', { tag: '@1103058' }, async ({ engine, faults, zego }) => {
  await engine.join()
  await engine.call('setEngineConfig', { publishQualityInterval })
  await engine.publish('s1')
  await faults.network.changeAddress()
  await expect(zego).toSurface(1103058, { via: 'event:publisherStateUpdate' })
  await expect(engine).toReact(1103058, { retrying: true })

  await faults.network.heal()
  const failed = zego.surfaced(1103058)
  await expect(zego).toSurface(0, { via: 'event:publisherStateUpdate', since: failed?.at })
})
