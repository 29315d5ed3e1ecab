import { expect, test } from '../test.ts'

test('a message longer than the service takes', { tag: '@1009013' }, async ({ app, faults, zego }) => {
  await app.join()
  const { value: text } = await faults.input.tooLong({ bytes: 10_240 })
  await app.say(text)
  await expect(zego).toSurface(1009013, { via: 'api:sendBroadcastMessage' })
  await expect(app.alert).toContainText(/too long/i)

  await app.say('short')
  await expect(app.page.getByRole('log')).toContainText('short')
})
