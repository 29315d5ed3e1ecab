import { sent } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('a message while the SDK logs in again', { tag: ['@1102015', '@1000002'] }, async ({
  app,
  faults,
  zego,
}) => {
  await app.join()
  const silence = await faults.signaling.silence('LoginRoomReq')
  const reset = await faults.network.reset('signaling')
  await expect(zego).toSurface(0, { via: 'event:roomStateChanged', since: reset })
  await app.say('am I in?')
  await expect(zego).toSurface(1000002, { via: 'api:sendBroadcastMessage' })
  await expect(zego).not.toSurface(1102015)
  await expect(app).toReact(1000002, { reconnecting: true })

  await silence.undo()
  await expect(app.connection).toHaveText('Connected')
  await app.recover(sent('am I in?'))
})

test('the person does not wait for the login, and cancels', { tag: '@no-code' }, async ({
  app,
  cloud,
  faults,
}) => {
  const silence = await faults.signaling.silence('LoginRoomReq')
  await app.tryToJoin()
  await expect.poll(() => silence.evidence.met).toBe(1)
  await expect(app.button('Joining…')).toBeDisabled()
  await expect(app.page.getByRole('textbox', { name: 'Room ID' })).not.toBeEditable()
  await app.button('Cancel').click()
  await expect(app.connection).toHaveText('Not connected')
  await expect(app.button('Join')).toBeEnabled()

  await silence.undo()
  await app.tryToJoin('room-2')
  await expect(app.connection).toHaveText('Connected')
  expect(cloud.room(app.roomId).members.has(app.userId)).toBe(false)
})
