import { expect, reply, test } from '../test.ts'

test('the service does not know the AppID', { tag: '@1001004' }, async ({ app, faults, zego }) => {
  await faults.signaling.answer('GetAppConfigRequest', reply.code(20012))
  await app.tryToJoin()
  await expect(zego).toSurface(1001004, { via: 'api:loginRoom' })
  await expect(zego).toSurface(1001004, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1001004)

  await app.button('Copy details').click()
  // The browsers of tests give no page the clipboard, so the app marks the details for the person to copy.
  await expect(app.page.getByRole('status', { name: 'Notice' })).toContainText('details are')
  await app.page.keyboard.press('ControlOrMeta+C')
  const field = app.page.getByRole('textbox', { name: 'Room ID' })
  await field.fill('')
  await field.press('ControlOrMeta+V')
  await expect(field).toHaveValue(/ZEGO codes, newest first: 1001004/)
})
