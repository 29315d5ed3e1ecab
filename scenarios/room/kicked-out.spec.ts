import { expect, test } from '../test.ts'

/** What the SDK makes of the reasons for a kick-out, those that nobody knows included. */
const rows = [
  { code: 1002050, reasons: [1] },
  { code: 1002055, reasons: [2] },
  { code: 1102018, reasons: [4] },
  { code: 1002099, reasons: [3, 9] },
]

test('kicked out for any reason', { tag: rows.map(({ code }) => `@${code}`) }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  for (const { code, reasons } of rows) {
    for (const reason of reasons) {
      await engine.logIn()
      const kick = await faults.signaling.kick(reason)
      await expect(zego).toSurface(code, { via: 'event:roomStateChanged', since: kick })
      await expect(zego).toSurface(code, { via: 'event:roomStateUpdate', since: kick })
      await expect(engine).toReact(code)
    }
  }
})
