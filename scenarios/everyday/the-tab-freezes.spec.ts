import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

// Whoever comes back learns that she was missed by her next heartbeat: every 6 s, where silence is noticed after 20.
test.use({ cloudConfiguration: { absenceTimeout: 20 } })

test('a tab that is frozen for a moment sends nothing, and goes on where it was', {
  tag: '@no-code',
}, async ({ app, cloud, faults }) => {
  await app.goLive()
  let last = 0
  const standsStill = () => {
    const before = last
    last = cloud.gateway
      .find({ role: 'publisher' })
      .reduce((sum, { peer }) => sum + peer.stats().packetsIn, 0)
    return last === before
  }
  const frozen = await faults.browser.frozen()
  // Looked at a second apart: on a busy machine packets come in bursts.
  await expect.poll(standsStill, { intervals: [1_000] }).toBe(true)

  const arrived = live(app).watch()
  await frozen.undo()
  await expect.poll(arrived).toBe(true)
  await expect(app.connection).toHaveText('Connected')
  await expect(app.publishing).toHaveText('Live')
})

test('a tab is frozen in class, is missed there, and comes back on the air', { tag: '@no-code' }, async ({
  app,
  faults,
  newcomer,
  zego,
}) => {
  const pupil = await newcomer('pupil')
  await pupil.join()
  await app.goLive()
  await expect(pupil.tile('host')).toContainText('Playing')

  const frozen = await faults.browser.frozen()
  await faults.time.advance('20s', { of: 'cloud' })
  await expect(pupil.tile('host')).toHaveCount(0)

  const arrived = live(app).watch()
  await frozen.undo()
  await expect(zego).toEmit('roomStateChanged', 'RECONNECTED', { since: frozen })
  await expect(pupil.tile('host')).toContainText('Playing')
  await expect.poll(arrived).toBe(true)
})
