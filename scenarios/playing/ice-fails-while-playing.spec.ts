import { playing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('media stops getting through while playing', { tag: ['@1104028', '@1004020'] }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.watch()
  await faults.network.cut('media')
  await faults.time.advanceUntil('3m', () => zego.surfaced(1104028) !== undefined)
  await expect(zego).toSurface(1104028, { via: 'event:playerStateUpdate' })
  // Nothing to wait for: from now on the SDK tries again and again.
  await expect(zego).not.toSurface(1004020, { timeout: 0 })
  await expect(app).toReact(1104028, { retrying: true })

  await app.comesBack(playing(), 'network.heal', async () => {
    await faults.network.heal()
    await faults.time.advanceUntil('1m', () => app.isPlaying('guest-stream'))
  })
})
