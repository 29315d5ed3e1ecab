import { expect, test } from '../test.ts'

test.use({ browserStage: 'old-browser' })

test('a browser without WebAssembly', { tag: '@100002' }, async ({ faults, viewer, zego }) => {
  await faults.browser.without('WebAssembly')
  await viewer.open()
  await expect(zego).toSurface(100002, { via: 'api:ZegoExpressPlayer' })
  await expect(viewer).toReact(100002)
})
