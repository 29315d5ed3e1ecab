import { heard } from '../heard.ts'
import { expect, test } from '../test.ts'

test('the browser cannot measure the sound level', { tag: '@1000019' }, async ({ engine, faults, zego }) => {
  await faults.browser.without('createMediaStreamSource')
  await engine.open()
  await engine.page.evaluate(() => window.engine.createZegoStream({ camera: { video: false, audio: true } }))
  await engine.call('setSoundLevelDelegate', true, 100)
  await heard(zego, 'console', 'get sound level failed')
  await expect(zego).not.toSurface(1000019)
})
