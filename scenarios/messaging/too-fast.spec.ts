import { sent } from '../reacting/ends.ts'
import { sends } from '../room-calls.ts'
import { expect, reply, test } from '../test.ts'

test('two chat messages within a second', { tag: '@1009015' }, async ({ app, faults, zego }) => {
  await faults.time.control()
  await app.join()
  await faults.time.stop()
  await app.say('one')
  await faults.time.advance('300ms')
  await faults.misuse.call('another message in the same second', () => app.say('two'))
  await expect(zego).toSurface(1009015, { via: 'api:sendBroadcastMessage' })
  await expect(app).toReact(1009015)

  await faults.time.advance('1s')
  await app.recover(sent('two'), () => faults.time.advance('300ms'))
})

test('one broadcast for each second of the clock', { tag: '@1009015' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  const broadcast = () => engine.begin('sendBroadcastMessage', engine.roomId, 'hello')
  const arrived = () => cloud.journal.named('SendImReq').length
  await faults.time.control()
  await engine.join()
  await faults.time.stop()
  await broadcast()
  await expect.poll(arrived).toBe(1)
  for (const [wait, at] of [
    [499, '.499'],
    [500, '.999'],
  ] as const) {
    await faults.time.advance(wait)
    const second = await faults.misuse.call(`a second broadcast at ${at}`, broadcast)
    await expect(zego).toSurface(1009015, { via: 'api:sendBroadcastMessage', since: second })
  }

  // What counts is the second that a message falls into: 1 ms between two of them can be enough.
  for (const [wait, total] of [
    [1, 2],
    [1_999, 3],
    [1, 4],
  ] as const) {
    await faults.time.advance(wait)
    await broadcast()
    await expect.poll(arrived).toBe(total)
  }
})

test('ten messages of each kind at once', { tag: '@1109001' }, async ({ engine, faults, zego }) => {
  await engine.join()
  const [broadcast, ...unlimited] = sends(engine.roomId)
  const ten = (call: readonly unknown[]) =>
    engine.page.evaluate(async ([method, ...args]) => {
      const send = Reflect.get(window.engine, method as string).bind(window.engine)
      const endings = await Promise.allSettled(Array.from({ length: 10 }, () => send(...args)))
      return endings.filter(({ status }) => status === 'fulfilled').length
    }, call)
  await faults.misuse.call('ten broadcasts at once', () => ten(broadcast))
  await expect(zego).toSurface(1009015, { via: 'api:sendBroadcastMessage' })
  await expect(zego).not.toSurface(1109001)
  for (const call of unlimited) expect(await ten(call)).toBe(10)
})

test('the service finds that messages come too often', { tag: '@1109001' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  const [, barrage, command, transparent] = sends(engine.roomId)
  const refusable = [
    ['SendBigImReq', barrage],
    ['SignalLiveCustomReq', command],
    ['SignalTransparentMsgReq', transparent],
  ] as const
  // By which number is not documented; the documented one can only come from the service itself, as it is.
  for (const number of [1, 1109, 9001, 109_001]) {
    for (const [request, [method, ...args]] of refusable) {
      const refusal = await faults.signaling.answer(request, reply.code(number))
      await engine.call(method, ...args)
      await expect(zego).toSurface(1002099, { via: `api:${method}`, since: refusal })
    }
  }
  await expect(zego).not.toSurface(1109001)
  await expect(engine).toReact(1002099)
})

test('the service finds that a person sends too often', { tag: '@1109001' }, async ({
  app,
  faults,
  zego,
}) => {
  await app.join()
  const refusal = await faults.signaling.answer('SendBigImReq', reply.code(9001))
  await app.say('one more', 'Barrage')
  await expect(zego).toSurface(1002099, { via: 'api:sendBarrageMessage' })
  await expect(zego).not.toSurface(1109001)
  await expect(app).toReact(1002099)

  await refusal.undo()
  await app.comesBack(sent('the last'), 'Send', () => app.say('the last'))
})
