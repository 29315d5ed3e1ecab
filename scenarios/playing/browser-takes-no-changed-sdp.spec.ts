import { expect, test } from '../test.ts'

test.use({ browserStage: 'strict-sdp' })

test('a browser that takes no changed description neither plays nor publishes', {
  tag: ['@1104023', '@1103023'],
}, async ({ app, faults, zego }) => {
  await faults.browser.strictSdp()
  await app.joinLiveRoom()
  await expect(zego).toSurface(1104023, { via: 'event:playerStateUpdate' })
  await expect(zego).toSurface(1104023, { via: 'api:startPlayingStream' })
  await expect(app.playing('guest-stream')).toContainText('the attempt has ended')
  await expect(app).toReact(1104023)

  await app.button('Go live').click()
  await expect(zego).toSurface(1103023, { via: 'event:publisherStateUpdate' })
  await expect(app.publishing).toContainText('the attempt has ended')
  await expect(app).toReact(1103023)
})
