import { expect, test } from '../test.ts'

test('the CDN is lost while a stream plays, and comes back', { tag: '@100004' }, async ({
  faults,
  viewer,
  zego,
}) => {
  await faults.time.control()
  await viewer.open()
  await expect(viewer.status).toHaveText('Playing')
  const cut = await faults.cdn.cut()
  // The player asks every 3 s, and gives up after 90 s.
  await faults.time.advance('95s')
  await expect(zego).toSurface(100004, { via: 'event:onError' })
  await expect(viewer).toReact(100004)

  await cut.undo()
  await viewer.recover()
})
