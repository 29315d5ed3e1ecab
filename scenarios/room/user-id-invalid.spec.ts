import type { Call } from '../room-calls.ts'
import { makeToken, tagsOf, test } from '../test.ts'
import { charactersRefused, everyCharacterAllowed, tryAll, typeAll } from './arguments.ts'

const typed = [
  { code: 1002005, text: '', says: /name is missing/ },
  { code: 1002006, text: 'Jo é', says: /name contains characters that are not allowed/ },
  { code: 1002007, text: 'n'.repeat(65), says: /name is too long/ },
]

test('a name that is none is typed into the form', { tag: tagsOf(typed) }, ({ app, faults, zego }) =>
  typeAll(typed, 'Your name', { app, faults, zego }),
)

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
]

test('logins with a user ID or a name that is none', { tag: tagsOf(rows) }, async ({
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  await eachRow(rows, (row) => tryAll(row, { engine, faults, zego }))
})
