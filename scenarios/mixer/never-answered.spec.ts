import type { MixStreamStartResponse } from '../../src/cloud/proto/gen/mixer_pb.ts'
import { expect, reply, test } from '../test.ts'
import { publishElsewhere, task } from './task.ts'

test('a start that is granted without saying where to is never settled', { tag: '@no-code' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  publishElsewhere(cloud)
  await engine.join()
  const withoutData = reply.with((answer: MixStreamStartResponse) => {
    answer.data = undefined
  })
  await faults.signaling.answer('MixStreamStartRequest', withoutData)
  await engine.begin('startMixerTask', task())
  // An answer that comes after it shows that the SDK is through with the first one.
  expect(await engine.call('stopMixerTask', 'mix')).toMatchObject({ how: 'resolved' })
  expect(zego.pending.map(({ name }) => name)).toEqual(['startMixerTask'])
})
