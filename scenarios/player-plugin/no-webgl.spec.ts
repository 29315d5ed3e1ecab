import { expect, test } from '../test.ts'

test.use({ browserStage: 'no-webgl' })

test('a browser without WebGL, and a player that draws with it', { tag: '@100003' }, async ({
  faults,
  viewer,
  zego,
}) => {
  await faults.browser.without('WebGL')
  await viewer.open({ decodeType: 'wasm' })
  await expect(zego).toSurface(100003, { via: 'event:onError' })
  await expect(viewer).toReact(100003, { also: ['Try again'] })
  await viewer.recover('Try again')
})
