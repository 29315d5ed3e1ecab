import { findUnhandled } from '../../src/observe/unhandled.ts'
import { expect, room, test } from './test.ts'

const kickedOut = 1002055
const events = ['event:roomStateUpdate', 'event:roomStateChanged']

for (const { app, left } of [
  { app: 'shows it', left: [] },
  { app: 'hears it and shows nothing', left: [false, true] },
  { app: 'does not even listen', left: [false, false] },
]) {
  test(`a code is told, and the app ${app}`, { tag: '@no-code' }, async ({ page, faults, zego }) => {
    await page.goto(`/room.html?room=room-1&app=${app}`)
    await room(page).button('Join').click()
    await expect
      .poll(() => zego.timeline.all.some(({ payload }) => JSON.stringify(payload).includes('LOGINED')))
      .toBe(true)
    await faults.signaling.kick('by-server')
    await expect(zego).toSurface(kickedOut, { via: 'event:roomStateChanged' })
    const expected = left.map((heard, index) => ({ code: kickedOut, via: events[index], heard }))
    expect(await findUnhandled(zego, 1_000)).toEqual(expected)
  })
}
