import { beforeTestEnds } from '../../src/observe/matchers/before-test-ends.ts'
import { expect, room, test } from './test.ts'

test('a wait ends before its test does, and tells the story', { tag: '@no-code' }, async ({
  page,
  faults,
  zego,
}) => {
  await page.goto('/room.html?room=room-1')
  await room(page).button('Join').click()
  await expect(room(page).status).toHaveText('LOGINED 0')
  await faults.network.cut('signaling')
  const { timeout } = test.info()
  test.setTimeout(Date.now() - zego.begun + 4_000)
  const story = await expect(zego)
    .toSurface(1002031, { timeout: 10 * timeout })
    .catch((error: Error) => {
      test.setTimeout(2 * timeout)
      return error.message
    })
  expect(story).toMatch(/1002031 did not surface within \d+ ms, when the test was over\. It takes 300 s/)
  expect(story).toContain("faults.time.jump('301s')")
  expect(story).toContain('network.cut')
})

test('what was to stay away is not believed to when the test ends first', { tag: '@no-code' }, async ({
  page,
  zego,
}) => {
  await page.goto('/room.html?room=room-1')
  await room(page).button('Join').click()
  await expect(room(page).status).toHaveText('LOGINED 0')
  const { timeout } = test.info()
  const long = { timeout: 10 * timeout }
  for (const stayAway of [
    () => expect(zego).not.toSurface(1002055, long),
    () => expect(zego).not.toEmit('roomStateChanged', 'KICKOUT', long),
  ]) {
    test.setTimeout(Date.now() - zego.begun + 4_000)
    const story = await stayAway().catch((error: Error) => {
      test.setTimeout(2 * timeout)
      return error.message
    })
    expect(story).toContain('The test had no time left')
  }
})

test('what the cloud was to receive is told before the test ends', { tag: '@no-code' }, async ({
  page,
  cloud,
  zego,
}) => {
  await page.goto('/room.html?room=room-1')
  await room(page).button('Join').click()
  await cloud.inRoom()
  const { timeout } = test.info()
  const long = { timeout: 10 * timeout }
  for (const receive of [
    () => expect(cloud).toHaveReceived('SendImReq', {}, long),
    () => expect(cloud).not.toHaveReceived('SendImReq', {}, long),
  ]) {
    test.setTimeout(Date.now() - zego.begun + 4_000)
    const story = await receive().catch((error: Error) => {
      test.setTimeout(2 * timeout)
      return error.message
    })
    expect(story).toContain('The test had no time left')
    expect(story).toContain('It received no SendImReq at all.')
  }
  // A wait that is short for the whole test may be long for what is left of it.
  const isWatched = async (begun: number) => {
    let given: AbortSignal | undefined
    const wait = async (signal: AbortSignal) => {
      given = signal
    }
    await beforeTestEnds(wait, timeout / 2, begun)
    return given?.aborted
  }
  expect([await isWatched(Date.now()), await isWatched(Date.now() - timeout)]).toEqual([false, true])
})
