import { playing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

// At the default interval of 3 s the SDK never counts the five samples it wants within its own limit of 15 s.
const playQualityInterval = 1_000

test('the viewer gets another address while a stream plays', { tag: '@1104033' }, async ({
  app,
  faults,
  zego,
}) => {
  app.settings = { engine: { playQualityInterval } }
  await app.watch()
  await faults.network.changeAddress()
  await expect(zego).toSurface(1104033, { via: 'event:playerStateUpdate' })
  await expect(app).toReact(1104033, { retrying: true })

  await app.comesBack(playing(), 'network.heal', () => faults.network.heal())
})
