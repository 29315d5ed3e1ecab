import { expect, test } from '../test.ts'

/** What people type into the form, what is wrong with it, and where the app puts the cursor. */
const rows = [
  { code: 1002011, roomID: '', says: /room ID is missing/, field: 'Room ID' },
  {
    code: 1002012,
    roomID: 'our room',
    says: /room ID contains characters that are not allowed/,
    field: 'Room ID',
  },
  { code: 1002013, roomID: 'r'.repeat(129), says: /room ID is too long/, field: 'Room ID' },
  { code: 1002005, userID: '', says: /name is missing/, field: 'Your name' },
  {
    code: 1002006,
    userID: 'Jo é',
    says: /name contains characters that are not allowed/,
    field: 'Your name',
  },
  { code: 1002007, userID: 'n'.repeat(65), says: /name is too long/, field: 'Your name' },
]

test('what cannot be typed into the form', { tag: rows.map(({ code }) => `@${code}`) }, async ({
  app,
  faults,
  zego,
}) => {
  for (const { code, roomID = app.roomId, userID = app.userId, says, field } of rows) {
    const room = await faults.input.argument(roomID, { insteadOf: app.roomId })
    const user = await faults.input.argument(userID, { insteadOf: app.userId })
    await app.tryToJoin(room.value, user.value)
    await expect(zego).toSurface(code, { via: 'api:loginRoom', since: room })
    await expect(zego).toSurface(code, { via: 'event:roomStateChanged', since: room })
    await expect(app.alert).toContainText(says)
    await app.button('Change it').click()
    await expect(app.page.getByRole('textbox', { name: field })).toBeFocused()
  }
})
