import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the gateway offers nowhere to connect to', { tag: '@1103030' }, async ({ app, faults, zego }) => {
  await faults.time.control()
  const nowhere = await faults.media.withoutCandidates()
  await app.join()
  await app.button('Go live').click()
  await faults.time.advanceUntil('40s', () => zego.surfaced(1103030) !== undefined)
  await expect(zego).toSurface(1103030, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1103030, { retrying: true })

  await app.comesBack(live, 'somewhere to connect to', async () => {
    await nowhere.undo()
    await faults.time.advanceUntil('1m', () => app.isLive())
  })
})
