import type { Mutant } from './mutant.ts'

const room = 'test-app/src/room.ts'

/** Sample apps that react wrongly, or not at all. */
export const appMutants: readonly Mutant[] = [
  {
    name: 'reaction removed: nobody is told of being kicked out',
    edits: [{ file: room, find: "if (reason === 'KICKOUT') report(", replace: 'if (!reason) report(' }],
    scenarios: ['room/kicked-out-by-server'],
    run: 'scenarios',
  },
  {
    name: 'reaction removed: a refused login is swallowed',
    edits: [
      { file: room, find: 'if (!outcome.ok) report(', replace: 'if (false) report(' },
      { file: room, find: "if (reason === 'LOGIN_FAILED') report(", replace: 'if (!reason) report(' },
    ],
    scenarios: ['room/login-refused-room-full'],
    run: 'scenarios',
  },
  {
    name: 'reaction of the sibling code: logged in elsewhere is told as a kick-out',
    edits: [
      {
        file: 'test-app/src/reactions.ts',
        find: 'isDocumented(code) ? rows[code] : unknown',
        replace: 'isDocumented(code) ? rows[code === 1002050 ? 1002055 : code] : unknown',
      },
    ],
    scenarios: ['room/logged-in-elsewhere'],
    run: 'scenarios',
  },
  {
    name: 'recovery removed: Rejoin does nothing',
    edits: [{ file: room, find: "await enter('rejoin', roomID, userID)", replace: '' }],
    scenarios: ['room/logged-in-elsewhere'],
    run: 'scenarios',
  },
  {
    name: 'recovery removed: a camera that is plugged in again is not used',
    edits: [
      {
        file: 'test-app/src/device-care.ts',
        find: 'if (id && capture.state.get().lost.includes(kind)) void use(kind, id)',
        replace: 'if (!id) void use(kind, id)',
      },
    ],
    scenarios: ['device/device-unplugged'],
    run: 'scenarios',
  },
]
