import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the user does not allow camera and microphone', { tag: '@1103064' }, async ({ app, faults, zego }) => {
  await faults.permission.deny('all')
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103064, { via: 'api:createStream' })
  await expect(app).toReact(1103064)

  await faults.permission.grant('all')
  await app.recover(live)
})

test('the computer keeps camera and microphone from the browser, whatever the user allows', {
  tag: '@1103064',
}, async ({ app, faults, zego }) => {
  const withheld = await faults.permission.denyBySystem()
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103064, { via: 'api:createStream' })
  await expect(app).toReact(1103064, { permission: 'granted' })

  await withheld.undo()
  await app.recover(live)
})
