import type { LiveRoom } from '../live-room.ts'
import { expect, test } from '../test.ts'

test.use({ browserStage: 'no-click' })

/** The form comes with the app's configuration, which a page does not wait for to be loaded. */
const submitOnceThere = `new Promise((submitted) => {
  const look = () =>
    document.forms[0] ? submitted(document.forms[0].requestSubmit()) : requestAnimationFrame(look)
  look()
})`

/** Joins without a click, as which anything counts that Playwright presses or looks at. */
async function joinUntouched({ page, roomId, userId }: LiveRoom): Promise<void> {
  await page.goto(`/?${new URLSearchParams({ roomID: roomId, userID: userId })}`)
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: submitOnceThere, awaitPromise: true })
}

test('a stream begins before the first click, and is heard after it', { tag: '@no-code' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await faults.browser.autoplayBlocked()
  await cloud.room(app.roomId).join('guest').publish('guest-stream')
  await joinUntouched(app)
  const calls = () => zego.timeline.all.map(({ name, outcome }) => `${name} ${outcome}`)
  await expect.poll(calls).toContain('startPlayingStream resolved')

  const sound = app.tile('guest').getByRole('button', { name: 'Play with sound' })
  await expect(app.video('guest')).toHaveJSProperty('paused', true)
  await sound.click()
  await expect(sound).toBeHidden()
  await expect(app.video('guest')).toHaveJSProperty('paused', false)
  await expect(app.video('guest')).toHaveJSProperty('muted', false)
  await app.sees('guest')
})
