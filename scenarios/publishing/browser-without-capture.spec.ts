import { expect, test } from '../test.ts'

test('the browser cannot capture', { tag: '@1103002' }, async ({ app, faults, zego }) => {
  await faults.browser.without('getUserMedia')
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103002, { via: 'api:createStream' })
  await expect(app).toReact(1103002)
})

test('the browser cannot list devices', { tag: '@1103002' }, async ({ app, faults, zego }) => {
  await faults.browser.without('enumerateDevices')
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103002, { via: 'api:enumDevices' })
  // Nobody needs a list to be live with the devices that the browser chooses.
  await expect(app.publishing).toHaveText('Live')
})
