import type { Call } from '../room-calls.ts'
import { expect, makeToken, tagsOf, test } from '../test.ts'

const everyCharacterAllowed = "azAZ09!#$%&'()*+,-.;<=>@\\^_`~"
const charactersRefused = [...' "/:?[]{|}\t\n\u00a0’é中', '😀']

const login = (roomID: unknown, userID: unknown, userName: unknown = 'Host'): Call => [
  'loginRoom',
  roomID,
  makeToken(),
  { userID, userName },
]
const asUserID = (id: unknown) => login('room-1', id)
const asUserName = (name: unknown) => login('room-1', 'host', name)
const asRoomID = (id: unknown) => login(id, 'host')

/** What may be passed to a login, and what not, at the very edge. Lengths are counted in UTF-16 units. */
const rows = [
  {
    code: 1002005,
    what: 'a user ID that is missing',
    accepted: ['u'],
    refused: ['', null, undefined],
    call: asUserID,
    says: /name is missing/,
  },
  {
    code: 1002006,
    what: 'a user ID with a character that is not allowed',
    accepted: [everyCharacterAllowed],
    refused: charactersRefused.map((character) => `host${character}1`),
    call: asUserID,
    says: /name contains characters that are not allowed/,
  },
  {
    code: 1002007,
    what: 'a user ID that is too long',
    accepted: ['u'.repeat(64)],
    refused: ['u'.repeat(65), '中'.repeat(65), '😀'.repeat(33)],
    call: asUserID,
    says: /name is too long/,
  },
  {
    code: 1002010,
    what: 'a user name that is too long',
    accepted: ['n'.repeat(256), '中'.repeat(256), '😀'.repeat(128), ' "/:?[]{|}’é'],
    refused: ['n'.repeat(257), '中'.repeat(257), '😀'.repeat(129)],
    call: asUserName,
    says: /display name is too long/,
  },
  {
    code: 1002011,
    what: 'a room ID that is missing',
    accepted: ['r'],
    refused: ['', null, undefined],
    call: asRoomID,
    says: /room ID is missing/,
  },
  {
    code: 1002012,
    what: 'a room ID with a character that is not allowed',
    accepted: [everyCharacterAllowed],
    refused: charactersRefused.map((character) => `room${character}1`),
    call: asRoomID,
    says: /room ID contains characters that are not allowed/,
  },
  {
    code: 1002013,
    what: 'a room ID that is too long',
    accepted: ['r'.repeat(128)],
    refused: ['r'.repeat(129), '中'.repeat(129), '😀'.repeat(65)],
    call: asRoomID,
    says: /room ID is too long/,
  },
]

test('logins with an ID or a name that is none', { tag: tagsOf(rows) }, async ({
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  await eachRow(rows, async ({ code, accepted, refused, call, says }) => {
    await engine.call('logoutRoom') // without its fault, the row before has logged in
    for (const legal of accepted) {
      const [method, ...args] = call(legal)
      expect(await engine.call(method, ...args)).toEqual({ how: 'resolved', value: true })
      await engine.call('logoutRoom')
    }
    for (const value of refused) {
      const input = await faults.input.argument(value, { insteadOf: 'legal-1' })
      const [method, ...args] = call(input.value)
      await engine.call(method, ...args)
      await expect(zego).toSurface(code, { via: 'api:loginRoom', since: input })
      await expect(zego).toSurface(code, { via: 'event:roomStateChanged', since: input })
    }
    await expect(engine.alert).toContainText(says)
  })
})

const elsewhere = rows
  .filter(({ call }) => call === asRoomID)
  .map(({ code, refused }) => ({ code, refused: refused.filter((value) => value !== undefined) }))

test('another room, or a mix of it, with a room ID that is not allowed', {
  tag: tagsOf(elsewhere),
}, async ({ engine, faults, zego }) => {
  await engine.join()
  for (const { code, refused } of elsewhere) {
    for (const value of refused) {
      const input = await faults.input.argument(value, { insteadOf: 'legal-1' })
      await engine.call('switchRoom', engine.roomId, input.value, { token: makeToken() })
      await expect(zego).toSurface(code, { via: 'api:switchRoom', since: input })
      const mix = { taskID: 'mix', roomID: input.value, outputList: [{ target: 'mixed' }] }
      await engine.call('startAutoMixerTask', mix)
      await expect(zego).toSurface(code, { via: 'api:startAutoMixerTask', since: input })
    }
  }
})

test('login with a user name that is missing', { tag: '@1002008' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  const { value: name } = await faults.input.argument(null, { insteadOf: 'Host' })
  await engine.call(...login('room-1', 'host', name))
  await expect(zego).toSurface(1100001, { via: 'api:loginRoom' })
  await expect(engine.alert).toContainText(/did not accept something that was entered/)

  // An empty name is no error: the user ID takes its place.
  for (const none of ['', undefined]) {
    const user = { userID: 'host', userName: none }
    expect(await engine.call('loginRoom', 'room-1', makeToken(), user)).toMatchObject({ how: 'resolved' })
    expect(cloud.journal.named('LoginRoomReq').at(-1)).toMatchObject({ message: { nickName: 'host' } })
    await engine.call('logoutRoom')
  }
})
