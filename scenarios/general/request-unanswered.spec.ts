import { sent } from '../reacting/ends.ts'
import { sends } from '../room-calls.ts'
import { expect, test } from '../test.ts'

test('a chat message is never answered', { tag: '@1100002' }, async ({ app, cloud, faults, zego }) => {
  await faults.time.control()
  await app.join()
  const silenced = await faults.signaling.silence('SendImReq')
  await app.say('is anybody there?')
  await faults.time.advance('2s')
  const late = await faults.time.advance('7s')
  await expect(zego).toSurface(1100002, { via: 'api:sendBroadcastMessage', since: late })
  await expect(app).toReact(1100002)

  await silenced.undo()
  await app.recover(sent('is anybody there?'))

  // What is tried again goes as what it was.
  const barrages = await faults.signaling.silence('SendBigImReq')
  await app.say('anybody at all?', 'Barrage')
  await faults.time.advance('9s')
  await expect(zego).toSurface(1100002, { via: 'api:sendBarrageMessage', since: barrages })
  await expect(app).toReact(1100002)
  await barrages.undo()
  await app.recover(sent('anybody at all?'))
  await expect(cloud).toHaveReceived('SendBigImReq', {}, { times: 2 })
})

test('no kind of room request is answered', { tag: '@1100002' }, async ({ engine, faults, zego }) => {
  await faults.time.control()
  await engine.join()
  const calls = [
    ...sends(engine.roomId).slice(0, 3),
    ['setRoomExtraInfo', engine.roomId, 'topic', 'x'],
  ] as const
  for (const request of ['SendImReq', 'SendBigImReq', 'SignalLiveCustomReq', 'SetTransReq'] as const)
    await faults.signaling.silence(request)
  for (const [method, ...args] of calls) await engine.begin(method, ...args)
  await faults.time.advance('9s')
  for (const [method] of calls) await expect(zego).toSurface(1100002, { via: `api:${method}` })
})

test('a stream cannot be announced to the room', { tag: '@1100002' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.join()
  const silenced = await faults.signaling.silence('AddStreamReq')
  await app.button('Go live').click()
  await expect.poll(() => cloud.journal.named('AddStreamReq')).not.toEqual([])
  await faults.time.advance('9s')
  // Nothing but the console says it: the SDK goes on trying.
  await expect(zego).toSurface(1100002, { via: 'console:error' })
  expect(zego.surfaced(1100002, 'event')).toBeUndefined()
  await expect(app.publishing).toContainText('nobody sees you yet')

  await silenced.undo()
  await faults.time.advanceUntil('1m', () => app.isLive())
  await expect(app.publishing).toHaveText('Live')
})

test('leaving the room while a message waits', { tag: '@1100002' }, async ({ engine, faults, zego }) => {
  await engine.join()
  await faults.signaling.silence('SendImReq')
  await engine.begin('sendBroadcastMessage', engine.roomId, 'hello')
  // Answers come in order: once this one is here, only the fault can have kept back the message's.
  await engine.call('sendBarrageMessage', engine.roomId, 'hello')
  await engine.call('logoutRoom', engine.roomId)
  await expect(zego).toSurface(1100002, { via: 'api:sendBroadcastMessage' })
})
