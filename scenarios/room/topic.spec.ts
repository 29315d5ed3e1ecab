import type { LiveRoom } from '../live-room.ts'
import { topicIs } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

async function changeTopic(app: LiveRoom, text: string) {
  await app.page.getByRole('textbox', { name: 'What this room is about' }).fill(text)
  await app.button('Change topic').click()
}

test('a topic that is too long', { tag: '@1002016' }, async ({ app, faults, zego }) => {
  await app.join()
  const { value: text } = await faults.input.tooLong({ characters: 4_096 })
  await changeTopic(app, text)
  await expect(zego).toSurface(1002016, { via: 'api:setRoomExtraInfo' })
  await expect(app).toReact(1002016)

  await app.recover(topicIs('short'), async () => {
    await expect(app.page.getByRole('textbox', { name: 'What this room is about' })).toBeFocused()
    await changeTopic(app, 'short')
  })
})

test('another app has set room information under its own key', { tag: '@1002017' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await app.join()
  const guest = cloud.room(app.roomId).join('guest')
  await faults.misuse.call('a key of its own', async () => guest.setExtraInfo('mood', 'good'))
  await changeTopic(app, 'news')
  await expect(zego).toSurface(1002017, { via: 'api:setRoomExtraInfo' })
  await expect(app).toReact(1002017)

  await app.recover(topicIs('news', 'mood'), async () => {
    await expect(app.page.getByRole('textbox', { name: 'What this room is about' })).toBeFocused()
    await changeTopic(app, 'news')
  })
})

test('the room does not answer a change of its topic', { tag: '@1100002' }, async ({ app, faults, zego }) => {
  await faults.time.control()
  await app.join()
  await faults.signaling.silence('SetTransReq')
  await changeTopic(app, 'news')
  await faults.time.advance('9s')
  await expect(zego).toSurface(1100002, { via: 'api:setRoomExtraInfo' })
  await expect(app).toReact(1100002)

  await faults.signaling.restore()
  await app.recover(topicIs('news'))
})
