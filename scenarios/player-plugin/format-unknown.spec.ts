import { heard } from '../heard.ts'
import { expect, test } from '../test.ts'

test('the stream is of a codec that the player does not know, which it does not tell', {
  tag: '@100005',
}, async ({ cloud, faults, viewer, zego }) => {
  await faults.cdn.wrongCodec()
  await viewer.open()
  // It breaks off and asks again, for ever.
  await heard(zego, 'console', 'media fetch ended')
  await expect.poll(() => cloud.cdn.requests.length).toBeGreaterThan(1)
  await expect(zego).not.toSurface(100005)
})
