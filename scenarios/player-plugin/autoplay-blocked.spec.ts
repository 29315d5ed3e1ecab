import { expect, test } from '../test.ts'

test.use({ browserStage: 'no-click' })

test('the page plays when it is opened, and the browser waits for a click', { tag: '@100006' }, async ({
  faults,
  viewer,
  zego,
}) => {
  await faults.browser.autoplayBlocked()
  await viewer.open()
  await expect(zego).toSurface(100006, { via: 'event:onError' })
  await expect(viewer).toReact(100006)
  await viewer.recover()
})
