import { expect, test } from '../test.ts'

/** What the SDK makes of the reasons for a kick-out, and what it says with it. */
const rows = [
  { code: 1002050, reason: 1, says: /joined this room somewhere else.*rejoin/i },
  { code: 1002055, reason: 2, says: /removed from the room.*ask the host/i },
  { code: 1102018, reason: 4, says: /access to this room has expired.*renew/i },
  { code: 1002099, reason: 3, says: /contact support/i },
  { code: 1002099, reason: 9, says: /contact support/i },
]

for (const { code, reason, says } of rows) {
  test(`kicked out for reason ${reason}`, { tag: `@${code}` }, async ({ engine, faults, zego }) => {
    await engine.join()
    await faults.signaling.kick(reason)
    await expect(zego).toSurface(code, { via: 'event:roomStateChanged' })
    await expect(zego).toSurface(code, { via: 'event:roomStateUpdate' })
    await expect(engine.alert).toContainText(says)
  })
}
