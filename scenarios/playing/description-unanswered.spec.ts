import { playing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

/** Only where all media is to take a relay, the description is a message of its own. */
const relayOnly = { engine: { turnOnly: true } }

test('the gateway answers the description of a player with nothing', { tag: '@1104024' }, async ({
  app,
  faults,
  zego,
}) => {
  app.settings = relayOnly
  const empty = await faults.media.emptyAnswer()
  await app.joinLiveRoom()
  await expect(zego).toSurface(1104024, { via: 'event:playerStateUpdate' })
  await expect(app).toReact(1104024, { retrying: true })

  await app.comesBack(playing(), 'an answer', () => empty.undo())
})

test('the gateway never answers the description of a player', { tag: '@1104030' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  app.settings = relayOnly
  await faults.media.silence('MediaDescReq', { once: true })
  await app.joinLiveRoom()
  await expect(app.playing('guest-stream')).toBeVisible()
  const canBeginAnew = await app.button('Play again').isVisible()
  await faults.time.advanceUntil('40s', () => zego.surfaced(1104030) !== undefined)
  await expect(zego).toSurface(1104030, { via: 'event:playerStateUpdate' })
  await expect(zego).not.toSurface(1104024, { via: 'event:playerStateUpdate' })
  await expect(app).toReact(1104030, { retrying: true })
  // Not while the SDK was at it.
  expect(canBeginAnew).toBe(false)
})
