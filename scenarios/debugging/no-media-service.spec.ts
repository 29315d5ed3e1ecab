import { expect, test } from '../test.ts'

test('the project has no media service', { tag: '@1101002' }, async ({ app, cloud, faults, zego }) => {
  await faults.media.notOffered()
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1101002, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1101002)

  cloud.room(app.roomId).join('guest').announce('guest-camera')
  await expect(zego).toSurface(1101002, { via: 'event:playerStateUpdate' })
  await expect(zego).toSurface(1101002, { via: 'api:startPlayingStream' })
})
