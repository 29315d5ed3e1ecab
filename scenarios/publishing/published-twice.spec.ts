import { heard } from '../heard.ts'
import { expect, test } from '../test.ts'

test('a stream that is live already is published again', { tag: '@1103056' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  await engine.publish('stream-1')
  const stream = await engine.stream()
  const again = () => engine.call('startPublishingStream', 'stream-1', stream)
  const second = await faults.misuse.call('a second start of the same stream', again)
  await heard(zego, 'console', 'publisher already exist', second.at)
  await expect(zego).not.toSurface(1103056)
  expect(second.evidence).toMatchObject({ ending: { how: 'returned', value: false } })
})
