import { heard } from '../heard.ts'
import { inRoom, sent } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

test('the answer to the login cannot be read', { tag: '@1102011' }, async ({ app, cloud, faults, zego }) => {
  await faults.time.control()
  const broken = await faults.signaling.answer('LoginRoomReq', reply.broken('body'))
  await app.tryToJoin()
  await expect.poll(() => cloud.journal.named('LoginRoomReq')).not.toEqual([])
  await faults.time.jump('301s')
  await expect(zego).toSurface(1002031, { via: 'api:loginRoom' })
  await expect(zego).not.toSurface(1102011)
  await expect(app).toReact(1002031)

  await broken.undo()
  await app.recover(inRoom)
})

test('an answer and a push in the room cannot be read', { tag: '@1102011' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.join()
  await faults.signaling.pushNonsense('body')
  // The push is lost, with a word to developers; the room goes on.
  await heard(zego, 'console', 'downLoadMessage')

  await faults.signaling.answer('SendImReq', reply.broken('body'), { once: true })
  await app.say('hello')
  await faults.time.advance('9s')
  await expect(zego).toSurface(1100002, { via: 'api:sendBroadcastMessage' })
  await expect(app).toReact(1100002)

  await expect(zego).not.toSurface(1102011)
  cloud.room(app.roomId).join('guest').say('still here')
  await expect(app.page.getByRole('log')).toContainText('still here')
  await app.recover(sent('hello'))
})
