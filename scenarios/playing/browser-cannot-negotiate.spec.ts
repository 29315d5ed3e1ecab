import { playing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

const rows = [
  { code: 1104022, method: 'createOffer' },
  { code: 1104023, method: 'setLocalDescription' },
] as const

for (const { code, method } of rows) {
  test(`${method} fails in the browser of a viewer`, { tag: `@${code}` }, async ({ app, faults, zego }) => {
    const broken = await faults.browser.broken(method)
    await app.joinLiveRoom()
    await expect(zego).toSurface(code, { via: 'event:playerStateUpdate' })
    await expect(zego).toSurface(code, { via: 'api:startPlayingStream' })
    await expect(app.playing('guest-stream')).toContainText('the attempt has ended')
    await expect(app).toReact(code)

    await broken.undo()
    await app.comesBack(playing(), 'Play again', () => app.button('Play again').click())
  })
}
