import { expect, forcedTagsOf, test } from '../test.ts'

/** Codes of capturing that this version of the SDK gives in no situation. */
const rows = [
  { code: 1103040 },
  { code: 1103041 },
  { code: 1103043 },
  { code: 1103053 },
  { code: 1103056 },
  { code: 1103057 },
  { code: 1103082 },
]

test('what the app makes of codes of capturing that the SDK gives in no situation', {
  tag: forcedTagsOf(rows),
}, async ({ app, eachRow, faults, zego }) => {
  await eachRow(rows, async ({ code }) => {
    const forced = await faults.signaling.force(code)
    await app.tryToJoin()
    await expect(zego).toSurface(code, { via: 'api:loginRoom', since: forced })
    await expect(app).toReact(code)
  })
})
