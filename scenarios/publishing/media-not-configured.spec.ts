import { expect, test } from '../test.ts'

test('the app config offers no real-time media', { tag: '@1101002' }, async ({ app, faults, zego }) => {
  await faults.media.notOffered()
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1101002, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1101002)
})
