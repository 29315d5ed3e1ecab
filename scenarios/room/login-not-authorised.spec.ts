import type { Faults } from '../../fixtures/index.ts'
import { APP_ID, type LiveRoom } from '../live-room.ts'
import { inRoom } from '../reacting/ends.ts'
import { expect, makeToken, test } from '../test.ts'

/** Makes a login one that the service does not authorise; what it returns makes the next one good. */
type Situation = (app: LiveRoom, faults: Faults) => Promise<() => unknown>

const unknownApp: Situation = async (_, { signaling }) => {
  const another = await signaling.configure({ appIds: [APP_ID + 1] })
  return () => another.undo()
}

const withToken =
  (wrong: (faults: Faults) => Promise<{ readonly value: string }>): Situation =>
  async (app, faults) => {
    const { value } = await wrong(faults)
    app.nextToken = () => value
    return () => {
      app.nextToken = () => makeToken()
    }
  }

const renew = (app: LiveRoom) => app.recover(inRoom)
const joinAgain = (app: LiveRoom) => app.comesBack(inRoom, 'Join', () => app.button('Join').click())

/** Why a login is not authorised, what the SDK makes of it, none of it the documented code, and the way in afterwards. */
const rows = [
  { why: 'from an app that the service does not know', code: 1001004, make: unknownApp, back: joinAgain },
  {
    why: 'with a token that nobody can read',
    code: 1102016,
    make: withToken(({ input }) => input.malformedToken(makeToken())),
    back: renew,
  },
  {
    why: 'with a token that has run out',
    code: 1102018,
    make: withToken(({ input }) => input.argument(makeToken(-1), { insteadOf: makeToken() })),
    back: renew,
  },
] as const

for (const { why, code, make, back } of rows) {
  test(`a login ${why} is not authorised`, { tag: '@1102020' }, async ({ app, faults, zego }) => {
    const mend = await make(app, faults)
    await app.tryToJoin()
    await expect(zego).toSurface(code, { via: 'api:loginRoom' })
    await expect(zego).toSurface(code, { via: 'event:roomStateChanged' })
    await expect(zego).not.toSurface(1102020)
    await expect(app.connection).toHaveText('Not connected')
    await expect(app).toReact(code)

    await mend()
    await back(app)
  })
}
