import { inRoom } from '../reacting/ends.ts'
import type { Call } from '../room-calls.ts'
import { expect, makeToken, tagsOf, test } from '../test.ts'
import { charactersRefused, everyCharacterAllowed, tryAll, typeAll } from './arguments.ts'

const typed = [
  { code: 1002005, text: '' },
  { code: 1002006, text: 'Jo é' },
  { code: 1002007, text: 'n'.repeat(65) },
]

test('an invalid name is typed into the form', { tag: tagsOf(typed) }, ({ app, faults, zego }) =>
  typeAll(typed, 'Your name', { app, faults, zego }),
)

test('a shown name that is too long is typed into the form', { tag: '@1002010' }, async ({
  app,
  faults,
  zego,
}) => {
  const field = app.page.getByRole('textbox', { name: 'Shown to others as' })
  await app.open()
  const { value } = await faults.input.tooLong({ characters: 256 })
  await field.fill(value)
  await app.tryToJoin()
  await expect(zego).toSurface(1002010, { via: 'api:loginRoom' })
  await expect(app).toReact(1002010)

  await app.recover(inRoom, async () => {
    await expect(field).toBeFocused()
    await field.fill('Host')
    await app.tryToJoin()
  })
})

const login = (user: object): Call => ['loginRoom', 'room-1', makeToken(), user]
const asUserID = (userID: unknown) => login({ userID })
const asUserName = (userName: unknown) => login({ userID: 'host', userName })

const rows = [
  {
    code: 1002005,
    what: 'a user ID that is missing',
    accepted: ['u'],
    refused: ['', null, undefined],
    call: asUserID,
  },
  {
    code: 1002006,
    what: 'a user ID with a character that is not allowed',
    accepted: [everyCharacterAllowed],
    refused: charactersRefused.map((character) => `host${character}1`),
    call: asUserID,
  },
  {
    code: 1002007,
    what: 'a user ID that is too long',
    accepted: ['u'.repeat(64)],
    refused: ['u'.repeat(65), '中'.repeat(65), '😀'.repeat(33)],
    call: asUserID,
  },
  {
    code: 1002010,
    what: 'a user name that is too long',
    accepted: ['n'.repeat(256), '中'.repeat(256), '😀'.repeat(128), ' "/:?[]{|}’é'],
    refused: ['n'.repeat(257), '中'.repeat(257), '😀'.repeat(129)],
    call: asUserName,
  },
]

test('logins with a user name that is missing', { tag: '@1002008' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  const { value: nothing } = await faults.input.argument(null, { insteadOf: 'Host' })
  await engine.call(...asUserName(nothing))
  await expect(zego).toSurface(1100001, { via: 'api:loginRoom' })
  await expect(engine).toReact(1100001)

  // An empty name is no error: the user ID takes its place.
  for (const none of ['', undefined]) {
    const missing = await faults.input.argument(none, { insteadOf: 'Host' })
    expect(await engine.call(...asUserName(missing.value))).toMatchObject({ how: 'resolved' })
    expect(cloud.journal.named('LoginRoomReq').at(-1)).toMatchObject({ message: { nickName: 'host' } })
    await engine.call('logoutRoom')
  }
  await expect(zego).not.toSurface(1002008)
})

test('logins with an invalid user ID or name', { tag: tagsOf(rows) }, async ({
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  await eachRow(rows, (row) => tryAll(row, { engine, faults, zego }))
})
