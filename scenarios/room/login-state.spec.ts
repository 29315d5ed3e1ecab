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
