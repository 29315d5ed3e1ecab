import { expect, test } from '../test.ts'

test('the first of several hosts is out of reach, and the person gets in by another', {
  tag: '@no-code',
}, async ({ app, cloud, faults }) => {
  const outOfReach = await faults.network.refuse('signaling', { only: 'first' })
  await app.goLive()
  await cloud.publishing()
  expect(outOfReach.evidence).toMatchObject({
    refused: [expect.stringContaining('accesshub')],
    reached: [expect.stringContaining('accesshub')],
  })
  expect(outOfReach.evidence.reached).not.toEqual(outOfReach.evidence.refused)
  await app.say('in by another way')
  await expect(app.message('in by another way', 'sent')).toBeVisible()
})
