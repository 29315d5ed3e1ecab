import { expect, forcedTagsOf, test } from '../test.ts'

/** Codes of these sections that this version of the SDK gives in no situation, or not where they are documented. */
const byLogin = [
  { code: 1000019, says: /cannot measure how loud.*up-to-date Chrome/i },
  { code: 1101000, says: /AppID is probably wrong/ },
  { code: 1101001, says: /WeChat did not say whether/ },
  { code: 1002008, says: /display name is missing/ },
  { code: 1002014, says: /room was closed, or the connection to it has ended/ },
  { code: 1002053, says: /could not be restored.*then rejoin/ },
  { code: 1102001, says: /did not hear from you for too long/ },
  { code: 1102011, says: /something this app does not understand/ },
  { code: 1102013, says: /A request to the room failed.*check your internet connection/i },
  { code: 1102014, says: /message channel of the room failed.*contact support/ },
  { code: 1102015, says: /not sure whether you are in it.*contact support/ },
  { code: 1102017, says: /No server was found for audio and video.*contact support/ },
  { code: 1102019, says: /command it does not know.*contact support/ },
  { code: 1102020, says: /did not accept your access to this room.*contact support/ },
  { code: 1102021, says: /channel it does not know.*contact support/ },
  { code: 1102023, says: /audio and video could not be reached.*check your internet connection/i },
]

test('what the app makes of codes that only a server could give', { tag: forcedTagsOf(byLogin) }, async ({
  app,
  faults,
  zego,
}) => {
  for (const { code, says } of byLogin) {
    const forced = await faults.signaling.force(code)
    await app.tryToJoin()
    await expect(zego).toSurface(code, { via: 'api:loginRoom', since: forced })
    await expect(zego).toSurface(code, { via: 'event:roomStateChanged', since: forced })
    await expect(app.alert).toContainText(says)
  }
})
test('an app that is told to wait', { tag: '@forced:1102012' }, async ({ app, faults, zego }) => {
  await faults.signaling.force(1102012)
  await app.tryToJoin()
  await expect(zego).toSurface(1102012, { via: 'api:loginRoom' })
  await expect(app.page.getByRole('status', { name: 'Notice' })).toContainText(/already joining/i)
})

test('what the app makes of messages that come too fast for the service', { tag: '@forced:1109001' }, async ({
  app,
  faults,
  zego,
}) => {
  await app.join()
  await faults.signaling.force(1109001, 'SendImReq')
  await app.say('hello')
  await expect(zego).toSurface(1109001, { via: 'api:sendBroadcastMessage' })
  await expect(app.alert).toContainText(/sending messages too quickly.*wait a moment/i)

  await faults.signaling.restore()
})

test('a code forced in the middle of a session', { tag: '@forced:1002053' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.join()
  await faults.signaling.force(1002053, 'HbReq')
  await faults.time.advance('31s')
  await expect(zego).toSurface(1002053, { via: 'event:roomStateChanged' })
  await expect(app.alert).toContainText(/could not be restored.*then rejoin/i)

  await faults.signaling.restore()
  await app.button('Rejoin').click()
  await expect(app.connection).toHaveText('Connected')
})
