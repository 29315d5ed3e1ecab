import { expect, test } from '../test.ts'

test('a person leaves, and joins another room as somebody else', { tag: '@no-code' }, async ({
  app,
  cloud,
}) => {
  const topic = app.page.getByRole('textbox', { name: 'What this room is about' })
  const streamId = app.page.getByRole('textbox', { name: 'Stream ID' })
  const log = app.page.getByRole('log')
  const watching = app.page.getByRole('list', { name: 'Watching' })
  await app.join()
  const guest = cloud.room(app.roomId).join('guest')
  guest.setExtraInfo('topic', 'news')
  guest.say('hello')
  await expect(topic).toHaveValue('news')
  await expect(log).toContainText('hello')
  await expect(watching).toHaveText('guest')
  await app.button('Show sound levels').click()
  await streamId.fill('a-stream-of-mine')

  await app.button('Leave').click()
  await app.tryToJoin('room-2', 'somebody-else')
  await expect(app.connection).toHaveText('Connected')
  await expect(app.page.getByText('You are here as somebody-else')).toBeVisible()
  await expect(topic).toHaveValue('')
  await expect(log).toBeEmpty()
  await expect(watching).toBeHidden()
  await expect(app.button('Show sound levels')).toBeVisible()
  await expect(streamId).toHaveValue('')
})
