import { expect, forcedTagsOf, test } from '../test.ts'

/** Codes of capturing that this version of the SDK gives in no situation. */
const rows = [
  { code: 1103040, says: /only be changed while you are live.*go live first/i },
  { code: 1103041, says: /was unplugged or came loose.*firmly connected/i },
  { code: 1103043, says: /cannot share the screen.*up-to-date Chrome/i },
  { code: 1103053, says: /need a secure page.*open this page with https/i },
  { code: 1103056, says: /already live with this stream/i },
  { code: 1103057, says: /could not read the sound file/ },
  { code: 1103072, says: /cannot beautify the picture.*up-to-date Chrome/i },
  { code: 1103080, says: /noise reduction stopped working/i },
  { code: 1103082, says: /too much for this computer.*if the sound stutters/i },
]

test('what the app makes of codes of capturing that the SDK gives in no situation', {
  tag: forcedTagsOf(rows),
}, async ({ app, faults, zego }) => {
  for (const { code, says } of rows) {
    const forced = await faults.signaling.force(code)
    await app.tryToJoin()
    await expect(zego).toSurface(code, { via: 'api:loginRoom', since: forced })
    await expect(app.alert).toContainText(says)
  }
})
