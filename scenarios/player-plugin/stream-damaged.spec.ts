import { expect, test } from '../test.ts'

test('the sound of the stream is damaged', { tag: '@100005' }, async ({ faults, viewer, zego }) => {
  await viewer.open()
  await expect(viewer.status).toHaveText('Playing')
  await faults.cdn.damagedSound()
  await expect(zego).toSurface(100005, { via: 'event:onError' })
  await expect(viewer).toReact(100005)
})

for (const decodeType of ['MSE', 'wasm'])
  test(`the pictures of the stream are damaged, decoded by ${decodeType}`, { tag: '@100005' }, async ({
    faults,
    viewer,
    zego,
  }) => {
    await faults.cdn.damagedPicture()
    await viewer.open({ decodeType })
    await expect(zego).toSurface(100005, { via: 'event:onError' })
    await expect(viewer).toReact(100005)
  })
