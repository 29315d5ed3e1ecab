import { playing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the gateway offers a player nowhere to connect to', { tag: '@1104030' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  const nowhere = await faults.media.withoutCandidates()
  await app.joinLiveRoom()
  await faults.time.advanceUntil('40s', () => zego.surfaced(1104030) !== undefined)
  await expect(zego).toSurface(1104030, { via: 'event:playerStateUpdate' })
  await expect(app).toReact(1104030, { retrying: true })

  await app.comesBack(playing(), 'somewhere to connect to', async () => {
    await nowhere.undo()
    await faults.time.advanceUntil('1m', () => app.isPlaying('guest-stream'))
  })
})
