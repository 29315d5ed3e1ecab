import { expect, test } from '../test.ts'

test('a reset connection is repaired and a message goes through', { tag: '@0' }, async ({
  app,
  faults,
  zego,
}) => {
  await app.join()
  const reset = await faults.network.reset('signaling')
  await expect(zego).toSurface(0, { via: 'event:roomStateChanged', since: reset })
  await app.say('hello')
  await expect(zego).toSurface(0, { via: 'api:sendBroadcastMessage', since: reset })
  await expect(app.connection).toHaveText('Connected')
  await expect(app.alert).toBeEmpty()
})
