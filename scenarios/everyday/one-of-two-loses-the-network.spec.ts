import { expect, test } from '../test.ts'

test('one of two people loses the network, and the other one sees her go and come back', {
  tag: '@1000017',
}, async ({ app, faults, newcomer, zego }) => {
  const pupil = await newcomer('pupil')
  await app.goLive()
  await pupil.goLive()
  await expect(app.tile('pupil')).toContainText('Playing')

  const network = await faults.for(pupil.page).network.cut('all')
  await expect(zego).toSurface(1000017, { via: 'event:roomStateChanged' })
  await faults.time.advance('100s', { of: 'cloud' })
  await expect(app.tile('pupil')).toBeHidden()
  await expect(app.connection).toHaveText('Connected')
  await expect(app.publishing).toHaveText('Live')

  await network.undo()
  await expect(app.tile('pupil')).toContainText('Playing')
  await expect(pupil.tile('host')).toContainText('Playing')
})

for (const how of ['halfOpen', 'offline'] as const)
  test(`one of two falls silent on a link that stays open (${how}), and is missed`, {
    tag: '@no-code',
  }, async ({ app, cloud, faults, newcomer }) => {
    const pupil = await newcomer('pupil')
    await app.join()
    await pupil.goLive()
    await expect(app.tile('pupil')).toContainText('Playing')
    await faults.for(pupil.page).network[how]()
    await faults.time.advance('100s', { of: 'cloud' })
    await expect(app.tile('pupil')).toHaveCount(0)
    expect(cloud.gateway.find({ role: 'publisher' }).length).toBe(0)
  })
