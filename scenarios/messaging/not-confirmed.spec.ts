import { sent } from '../reacting/ends.ts'
import { sendChannelMessage, sends } from '../room-calls.ts'
import { expect, test } from '../test.ts'

const requests = [
  'SendImReq',
  'SendBigImReq',
  'SignalLiveCustomReq',
  'SignalTransparentMsgReq',
  'SendChannelMsgReq',
] as const

test('messages that the service never confirms', { tag: '@1009010' }, async ({ engine, faults, zego }) => {
  await faults.time.control()
  await engine.join()
  for (const request of requests) await faults.signaling.silence(request)
  const [broadcast, barrage, custom, transparent] = sends(engine.roomId)
  for (const [method, ...args] of [broadcast, barrage, custom, transparent])
    await engine.begin(method, ...args)
  const channel = engine.call(...sendChannelMessage(engine.roomId))
  await faults.time.advance('9s')
  await expect(zego).toSurface(1009010, { via: 'api:sendTransparentMessage' })
  await expect(zego).toSurface(1009010, { via: 'api:callExperimentalAPI' })
  await channel
  await expect(engine).toReact(1009010)

  // The documented APIs have another code for the same situation.
  for (const [method] of [broadcast, barrage, custom])
    await expect(zego).toSurface(1100002, { via: `api:${method}` })
})

test('the service does not confirm a message, and then another', { tag: '@1009010' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.join()
  const silence = await faults.signaling.silence('SignalTransparentMsgReq')
  await app.say('hello?', 'Transparent')
  await faults.time.advance('9s')
  await expect(zego).toSurface(1009010, { via: 'api:sendTransparentMessage' })
  await expect(app).toReact(1009010)

  await silence.undo()
  await app.comesBack(sent('hello!'), 'Send', () => app.say('hello!'))
})

test('one message comes too fast, another is not confirmed, and the last one is tried again', {
  tag: ['@1009015', '@1100002'],
}, async ({ app, faults, zego }) => {
  await faults.time.control()
  await app.join()
  await faults.time.stop()
  await app.say('one')
  await faults.time.advance('300ms')
  await expect(app.message('one', 'sent')).toBeVisible()
  await faults.misuse.call('another message in the same second', () => app.say('too fast'))
  await expect(zego).toSurface(1009015, { via: 'api:sendBroadcastMessage' })
  await expect(app).toReact(1009015)

  const silence = await faults.signaling.silence('SendBigImReq')
  await app.say('unheard', 'Barrage')
  await faults.time.advance('9s')
  await expect(zego).toSurface(1100002, { via: 'api:sendBarrageMessage', since: silence })
  await expect(app).toReact(1100002)

  await silence.undo()
  await app.recover(sent('unheard'), () => faults.time.advance('300ms'))
  await expect(app.message('too fast', 'failed')).toBeVisible()
})
