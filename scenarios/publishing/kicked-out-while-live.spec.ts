import { inRoom } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('kicked out while live', { tag: '@1002050' }, async ({ app, cloud, faults, zego }) => {
  await app.goLive()
  await app.say('hello')
  await expect(app.message('hello', 'sent')).toBeVisible()
  await faults.signaling.loginElsewhere()
  await expect(zego).toSurface(1002050, { via: 'event:publisherStateUpdate' })
  await expect(zego).toSurface(1002050, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1002050)
  await expect(app.publishing).toContainText('Not live')
  await expect(app.connection).toHaveText('Disconnected')
  await expect.poll(() => cloud.gateway.find({ role: 'publisher' }).length).toBe(0)

  // Whoever is out can do nothing in the room, and is told so until she is back.
  const inTheRoom = [
    'Go live',
    'Share screen',
    'Send',
    'Change topic',
    'Watch it',
    'Join as well',
    'Open music',
    'Search',
    'Start mixing',
  ]
  const button = (name: string) => app.page.getByRole('button', { name, exact: true })
  for (const name of inTheRoom) await expect(button(name)).toBeDisabled()
  for (const name of ['Message', 'What this room is about', 'ID of the other room', 'A line'])
    await expect(app.page.getByRole('textbox', { name })).toBeDisabled()
  await expect(button('Dismiss')).toBeHidden()
  await app.recover(inRoom)

  // She is who she was: what was said is still there, and the camera is still hers.
  await expect(app.message('hello', 'sent')).toBeVisible()
  await expect(button('Stop preview')).toBeVisible()
})

// Nobody can press "Leave" meanwhile: the picker takes every click.
test('kicked out while the browser asks which screen, and none is shared', { tag: '@1002050' }, async ({
  app,
  faults,
  zego,
}) => {
  const underWay = () => zego.pending.map(({ name }) => name)
  await app.join()
  await app.button('Share screen').click()
  await faults.signaling.loginElsewhere()
  await expect(zego).toSurface(1002050, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1002050)

  expect(underWay()).toContain('createStream')
  await faults.screen.offer()
  await expect.poll(underWay).toEqual([])
  await expect(app.page).toCaptureNothing()
})
