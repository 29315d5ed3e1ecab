import { expect, room, test } from './test.ts'

test('the SDK is loaded late, and its engine is found', { tag: '@no-code' }, async ({
  page,
  faults,
  zego,
}) => {
  await page.goto('/room.html?room=room-1')
  expect(zego.engines).toHaveLength(0)
  await room(page).button('Join').click()
  await expect(room(page).status).toHaveText('LOGINED 0')
  expect(zego.engines).toHaveLength(1)
  await faults.signaling.kick('by-server')
  await expect(zego).toSurface(1002055, { via: 'event:roomStateChanged' })
})

test('an engine is destroyed and another one made', { tag: '@no-code' }, async ({ page, faults, zego }) => {
  await page.goto('/room.html?room=room-1')
  for (const _ of ['first', 'second']) {
    await room(page).button('Join').click()
    await expect(room(page).status).toHaveText('LOGINED 0')
    await room(page).button('Leave').click()
  }
  await room(page).button('Join').click()
  await expect(room(page).status).toHaveText('LOGINED 0')
  expect(zego.engines.map(({ goneAt }) => goneAt !== undefined)).toEqual([true, true, false])
  await faults.signaling.kick('by-server')
  await expect(zego).toSurface(1002055, { via: 'event:roomStateChanged' })
  expect(zego.surfaced(1002055)?.engine).toBe(3)
})

test('the page is loaded again', { tag: '@no-code' }, async ({ page, faults, zego }) => {
  for (const load of [() => page.goto('/room.html?room=room-1'), () => page.reload()]) {
    await load()
    await room(page).button('Join').click()
    await expect(room(page).status).toHaveText('LOGINED 0')
  }
  await faults.signaling.kick('by-server')
  await expect(zego).toSurface(1002055, { via: 'event:roomStateChanged' })
  await expect(room(page).status).toHaveText('KICKOUT 1002055')
})

test('two engines in one page are told apart', { tag: '@no-code' }, async ({ page, faults, zego }) => {
  await page.goto('/room.html?room=room-1&room=room-2')
  for (const name of ['room-1', 'room-2']) {
    await room(page, name).button('Join').click()
    await expect(room(page, name).status).toHaveText('LOGINED 0')
  }
  await faults.signaling.kick('by-server', { room: 'room-2' })
  await expect(zego).toSurface(1002055, { via: 'event:roomStateChanged' })
  expect(zego.surfaced(1002055)?.engine).toBe(2)
  await expect(room(page, 'room-1').status).toHaveText('LOGINED 0')
})
