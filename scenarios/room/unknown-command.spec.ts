import { sent } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

test('the room speaks of commands that the client does not know', { tag: '@1102019' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.join()
  await faults.signaling.pushNonsense('command')
  await faults.signaling.answer('SendImReq', reply.broken('command'), { once: true })
  await app.say('hello')
  await faults.time.advance('9s')
  await expect(zego).toSurface(1100002, { via: 'api:sendBroadcastMessage' })
  await expect(zego).not.toSurface(1102019)
  await expect(app).toReact(1100002)

  // The client has taken the push, and dropped it without a word; the room goes on.
  const taken = () => cloud.journal.named('PushRsp').map(({ message }) => message)
  await expect.poll(taken).toContainEqual(expect.objectContaining({ subCmd: 19_999 }))
  cloud.room(app.roomId).join('guest').say('still here')
  await expect(app.page.getByRole('log')).toContainText('still here')
  await app.recover(sent('hello'))
})
