import type { Call } from '../room-calls.ts'
import { expect, makeToken, tagsOf, test } from '../test.ts'
import { charactersRefused, everyCharacterAllowed, tryAll, typeAll } from './arguments.ts'

const typed = [
  { code: 1002011, text: '' },
  { code: 1002012, text: 'our room' },
  { code: 1002013, text: 'r'.repeat(129) },
]

test('an invalid room ID is typed into the form', { tag: tagsOf(typed) }, ({ app, faults, zego }) =>
  typeAll(typed, 'Room ID', { app, faults, zego }),
)

const call = (roomID: unknown): Call => ['loginRoom', roomID, makeToken(), { userID: 'host' }]

const rows = [
  {
    code: 1002011,
    what: 'a room ID that is missing',
    accepted: ['r'],
    refused: ['', null, undefined],
    call,
  },
  {
    code: 1002012,
    what: 'a room ID with a character that is not allowed',
    accepted: [everyCharacterAllowed],
    refused: charactersRefused.map((character) => `room${character}1`),
    call,
  },
  {
    code: 1002013,
    what: 'a room ID that is too long',
    accepted: ['r'.repeat(128)],
    refused: ['r'.repeat(129), '中'.repeat(129), '😀'.repeat(65)],
    call,
  },
]

test('logins with an invalid room ID', { tag: tagsOf(rows) }, async ({ eachRow, engine, faults, zego }) => {
  await engine.open()
  await eachRow(rows, (row) => tryAll(row, { engine, faults, zego }))
})

test('another room, or a mix of it, with an invalid room ID', { tag: tagsOf(rows) }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  for (const { code, refused } of rows) {
    for (const value of refused.filter((roomID) => roomID !== undefined)) {
      const input = await faults.input.argument(value, { insteadOf: 'legal-1' })
      await engine.call('switchRoom', engine.roomId, input.value, { token: makeToken() })
      await expect(zego).toSurface(code, { via: 'api:switchRoom', since: input })
      const mix = { taskID: 'mix', roomID: input.value, outputList: [{ target: 'mixed' }] }
      await engine.call('startAutoMixerTask', mix)
      await expect(zego).toSurface(code, { via: 'api:startAutoMixerTask', since: input })
    }
  }
})
