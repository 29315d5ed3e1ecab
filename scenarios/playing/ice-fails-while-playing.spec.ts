import { expect, test } from '../test.ts'

test('media stops getting through while playing', { tag: '@1104028' }, async ({ app, faults, zego }) => {
  await faults.time.control()
  await app.watch()
  await faults.network.cut('media')
  await faults.time.advanceUntil('3m', () => zego.surfaced(1104028) !== undefined)
  await expect(zego).toSurface(1104028, { via: 'event:playerStateUpdate' })

  await faults.network.heal()
  await faults.time.advanceUntil('1m', () => app.isPlaying('guest-stream'))
  await expect(app.playing('guest-stream')).toHaveText('Playing')
})
