import { expect, test, vi } from 'vitest'
import { packet } from '../testing/set-up.ts'
import { LiveMedia } from './live-media.ts'

test('who plays gets every packet from then on, and none once that is over', () => {
  const requestKeyFrame = vi.fn()
  const media = new LiveMedia({ video: undefined, audio: true }, requestKeyFrame)
  const [one, other] = [vi.fn(), vi.fn()]
  const { cancel } = media.subscribe(one)
  media.subscribe(other)
  expect(requestKeyFrame).toHaveBeenCalledTimes(2)
  media.forward(packet)
  cancel()
  media.forward(packet)
  expect([one.mock.calls.length, other.mock.calls.length]).toEqual([1, 2])
  media.close()
  media.forward(packet)
  expect(other).toHaveBeenCalledTimes(2)
})
