import type { Zego } from '../../fixtures/index.ts'
import { expect, test } from '../test.ts'

/** What the SDK calls bad in `networkQuality`: 0 is excellent, 4 is that nothing gets through. */
const BAD = 3

interface PlayQuality {
  readonly video: { readonly videoFPS: number }
}

/** Pictures a second of the stream that is played, as the viewer's SDK has last told her app. */
function fluency({ timeline }: Zego): number | undefined {
  const told = timeline.since(0).findLast(({ name }) => name === 'playQualityUpdate')
  const [, quality] = (told?.payload ?? []) as [string?, PlayQuality?]
  return quality?.video.videoFPS
}

test('the uplink of one of two people is narrow: the other one sees her stand still, and then move again', {
  tag: '@no-code',
}, async ({ app, faults, newcomer, zego }) => {
  const pupil = await newcomer('pupil')
  await pupil.join()
  await app.goLive()
  await expect(pupil.tile('host')).toContainText('Playing')
  await expect.poll(() => fluency(zego)).toBeGreaterThan(0)
  const fluent = fluency(zego) ?? 0

  const narrow = await faults.network.shape('congested-uplink')
  await expect(zego).toEmit('networkQuality', BAD)
  await expect.poll(() => fluency(zego)).toBe(0)
  await expect(app.publishing).toHaveText('Live')
  await expect(pupil.tile('host')).toContainText('Playing')

  await narrow.undo()
  await expect.poll(() => fluency(zego)).toBeGreaterThan(fluent * 0.75)
  await pupil.sees('host')
})
