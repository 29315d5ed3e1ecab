import { heard } from '../heard.ts'
import { expect, makeToken, test } from '../test.ts'

test('the browser cannot measure the sound level', { tag: '@1000019' }, async ({ engine, faults, zego }) => {
  await faults.browser.without('createMediaStreamSource')
  await engine.open()
  await engine.page.evaluate(() => window.engine.createZegoStream({ camera: { video: false, audio: true } }))
  await engine.call('setSoundLevelDelegate', true, 100)
  await expect(zego).not.toSurface(1000019)

  await faults.signaling.force(1000019)
  await engine.call('loginRoom', engine.roomId, makeToken(), { userID: 'host' })
  await expect(zego).toSurface(1000019, { via: 'api:loginRoom' })
  await expect(engine.alert).toContainText(/cannot measure how loud.*up-to-date Chrome/i)
  await heard(zego, 'console', 'get sound level failed')
})
