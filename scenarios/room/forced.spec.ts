import { inRoom, sent } from '../reacting/ends.ts'
import { expect, forcedTagsOf, test } from '../test.ts'

/** Codes of these sections that this version of the SDK gives in no situation, or not where they are documented. */
const byLogin = [
  { code: 1000019 },
  { code: 1101000 },
  { code: 1101001 },
  { code: 1002008 },
  { code: 1002014 },
  { code: 1002053 },
  { code: 1102001 },
  { code: 1102011 },
  { code: 1102013 },
  { code: 1102014 },
  { code: 1102015 },
  { code: 1102017 },
  { code: 1102019 },
  { code: 1102020 },
  { code: 1102021 },
  { code: 1102023 },
]

test('what the app makes of codes that only a server could give', { tag: forcedTagsOf(byLogin) }, async ({
  app,
  eachRow,
  faults,
  zego,
}) => {
  await eachRow(byLogin, async ({ code }) => {
    const forced = await faults.signaling.force(code)
    await app.tryToJoin()
    await expect(zego).toSurface(code, { via: 'api:loginRoom', since: forced })
    await expect(zego).toSurface(code, { via: 'event:roomStateChanged', since: forced })
    await expect(app).toReact(code)
  })
})

test('an app that is told to wait', { tag: '@forced:1102012' }, async ({ app, faults, zego }) => {
  await faults.signaling.force(1102012)
  await app.tryToJoin()
  await expect(zego).toSurface(1102012, { via: 'api:loginRoom' })
  await expect(app).toReact(1102012)
})

test('what the app makes of messages that come too fast for the service', { tag: '@forced:1109001' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.join()
  const forced = await faults.signaling.force(1109001, 'SendImReq')
  await app.say('hello')
  await expect(zego).toSurface(1109001, { via: 'api:sendBroadcastMessage' })
  await expect(app).toReact(1109001)

  await forced.undo()
  // The SDK itself takes one broadcast for each second of the clock.
  await faults.time.advance('1s')
  await app.recover(sent('hello'))
})

test('a code forced in the middle of a session', { tag: '@forced:1002053' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.join()
  const forced = await faults.signaling.force(1002053, 'HbReq')
  await faults.time.advance('31s')
  await expect(zego).toSurface(1002053, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1002053)

  await forced.undo()
  await app.recover(inRoom)
})
