import { inRoom } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the connection for signaling is lost while live', { tag: '@1103050' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.goLive()
  await faults.network.cut('signaling')
  await faults.time.advanceUntil('1m', () => zego.surfaced(1000017) !== undefined)
  await expect(zego).toSurface(1000017, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1000017, { retrying: true })
  await expect(app.publishing).toHaveText('Live')

  await app.comesBack(inRoom, 'network.heal', async () => {
    await faults.network.heal()
    await faults.time.advanceUntil('1m', async () => (await app.connection.innerText()) === 'Connected')
  })
  await expect(app.publishing).toHaveText('Live')
  expect(cloud.gateway.find({ role: 'publisher' }).map(({ isConnected }) => isConnected)).toEqual([true])
  await expect(zego).not.toSurface(1103050)
})
