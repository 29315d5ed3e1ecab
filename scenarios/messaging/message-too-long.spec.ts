import { sent } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('a message longer than the service takes', { tag: ['@1009013', '@1009002'] }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  cloud.room(app.roomId).join('guest')
  await app.join()
  const { value: text } = await faults.input.tooLong({ bytes: 10_240 })
  await app.say(text)
  await expect(zego).toSurface(1009013, { via: 'api:sendBroadcastMessage' })
  await expect(app).toReact(1009013)

  await app.recover(sent('short'), async () => {
    await expect(app.page.getByRole('textbox', { name: 'Message' })).toHaveValue(text)
    await app.say('short')
  })
  const command = await faults.input.tooLong({ bytes: 10_240 })
  await app.say(command.value, 'Command')
  await expect(zego).toSurface(1009002, { via: 'api:sendCustomCommand', since: command })
  await expect(app).toReact(1009002)
  await app.recover(sent('brief'), () => app.say('brief'))
})
