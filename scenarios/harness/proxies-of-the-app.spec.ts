import { expect, test } from '../test.ts'

test.use({ zegoProxies: ['rtc.school.test/zego', 'logs.school.test:8443'] })

test('an app that reaches ZEGO through hosts of its own loses its connections to them, and is back', {
  tag: '@no-code',
}, async ({ cloud, engine, faults, page, zego }) => {
  await engine.load()
  await page.evaluate(() => {
    const proxies = {
      accesshubProxy: 'rtc.school.test/zego',
      loggerProxy: 'logs.school.test:8443',
      detaillogProxy: 'logs.school.test:8443',
    }
    window.ZegoExpressEngine.setLocalProxyConfig(proxies, true)
  })
  await engine.create()
  await engine.logIn()
  await cloud.inRoom()

  const reset = await faults.network.reset()
  await expect(zego).toEmit('roomStateChanged', 'RECONNECTING')
  await expect(zego).toEmit('roomStateChanged', 'RECONNECTED')
  expect(reset.evidence).toMatchObject({ reset: expect.arrayContaining(['rtc.school.test']) })
})
