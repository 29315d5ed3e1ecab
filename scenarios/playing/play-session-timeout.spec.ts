import { playing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the gateway never answers the request to play', { tag: '@1104036' }, async ({ app, faults, zego }) => {
  await faults.time.control()
  await faults.media.silence('CreateSessionWithSdpReq', { once: true })
  await app.joinLiveRoom()
  await faults.time.advanceUntil('20s', () => zego.surfaced(1104036) !== undefined)
  await expect(zego).toSurface(1104036, { via: 'event:playerStateUpdate' })
  await expect(app).toReact(1104036, { retrying: true })

  await faults.time.advanceUntil('1m', () => app.isPlaying('guest-stream'))
  await app.comesBack(playing())
})
