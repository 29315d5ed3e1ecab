import { expect, test } from '../test.ts'

test('the user does not allow camera and microphone', { tag: '@1103064' }, async ({ app, faults, zego }) => {
  await faults.permission.deny('all')
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103064, { via: 'api:createStream' })
  await expect(app.alert).toContainText(/may not use/i)

  await faults.permission.grant('all')
  await app.button('Try again').click()
  await expect(app.publishing).toHaveText('Live')
})
