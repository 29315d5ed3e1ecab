import { expect, makeToken, test } from '../test.ts'
import { alsoIn, joinMultiRoom } from './side-room-panel.ts'

test('a second login before the first has ended', { tag: '@1102012' }, async ({ app, faults, zego }) => {
  const side = await joinMultiRoom(app)
  const silenced = await faults.signaling.silence('EnterRoomReq')
  await side.join('room-2')
  const again = () => side.field('ID of the other room').press('Enter')
  const hasty = await faults.misuse.call('loginRoom while the first is under way', again)
  await expect(zego).toSurface(1002056, { via: 'api:loginRoom', since: hasty })
  // Nothing to wait for: the first login never ends.
  await expect(zego).not.toSurface(1102012, { since: hasty, timeout: 0 })
  await expect(app).toReact(1002056)

  await expect.poll(() => silenced.evidence.met).toBe(1)
  await silenced.undo()
  await app.comesBack(alsoIn('room-2'), 'Step out', async () => {
    await side.press('Step out')
    await again()
  })
})

test('a second login before the first has ended, in the default mode', { tag: '@1102012' }, async ({
  engine,
  faults,
  zego,
}) => {
  const { evidence } = await faults.signaling.silence('LoginRoomReq')
  await engine.open()
  await engine.begin('loginRoom', 'room-1', makeToken(), { userID: 'host' })
  const again = () => engine.call('loginRoom', 'room-1', makeToken(), { userID: 'host' })
  const hasty = await faults.misuse.call('loginRoom while the first is under way', again)
  await expect(zego).toSurface(1002001, { via: 'api:loginRoom', since: hasty })
  await expect(zego).not.toSurface(1102012, { since: hasty, timeout: 0 })
  await expect.poll(() => evidence.met).toBe(1)
  expect(zego.pending.at(-1)).toMatchObject({ name: 'loginRoom' })
})
