import { playing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('no picture gets through a firewall for five minutes', { tag: ['@1104030', '@1104031'] }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  const cutting = faults.network.cut('media', { connecting: true })
  const [blocked] = await Promise.all([cutting, app.joinLiveRoom()])
  await faults.time.advanceUntil('40s', () => zego.surfaced(1104030) !== undefined)
  await expect(zego).toSurface(1104030, { via: 'event:playerStateUpdate' })
  await expect(app).toReact(1104030, { retrying: true })
  await faults.time.jump('301s')
  await faults.time.advanceUntil('3m', () => zego.surfaced(1104031) !== undefined)
  await expect(zego).toSurface(1104031, { via: 'event:playerStateUpdate' })
  await expect(zego).toSurface(1104031, { via: 'api:startPlayingStream' })
  await expect(app.playing('guest-stream')).toContainText('the attempt has ended')
  await expect(app).toReact(1104031)

  await blocked.undo()
  await app.recover(playing())
})
