import type { EndOf } from '../reacting/ends.ts'
import { expect, makeToken, test } from '../test.ts'
import { alsoIn, joinMultiRoom, SideRoomPanel } from './side-room-panel.ts'

const host = { userID: 'host', userName: 'Host' }

/** The person is in that room, and in no other. */
const inRoomOf =
  (roomId: string): EndOf =>
  (app) => {
    const isMember = () => app.cloud.room(roomId).members.has(app.userId)
    const title = app.page.getByRole('heading', { level: 1 })
    return {
      what: `${roomId} has let the user in`,
      isSo: async () => (await title.innerText()) === roomId && isMember(),
      watch: () => isMember,
    }
  }

test('a second room without leaving the first', { tag: '@1002001' }, async ({
  app,
  eachRow,
  faults,
  zego,
}) => {
  const side = new SideRoomPanel(app)
  await app.join()
  await eachRow([{ what: 'room-2' }, { what: app.roomId }], async ({ what: room }) => {
    const second = await faults.misuse.call(`a login to ${room} while in another`, () => side.join(room))
    await expect(zego).toSurface(1002001, { via: 'api:loginRoom', since: second })
  })
  expect(zego.surfaced(1002001, 'event')).toBeUndefined()
  await expect(app).toReact(1002001)
  await app.say('still here')
  await expect(app.message('still here', 'sent')).toBeVisible()

  await app.comesBack(inRoomOf('room-2'), 'Leave', async () => {
    await app.button('Leave').click()
    await app.tryToJoin('room-2')
  })
})

test('a third room in multi-room mode', { tag: ['@1002037', '@1002001'] }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  await engine.call('enableMultiRoom', true)
  for (const room of ['room-1', 'room-2'])
    expect(await engine.call('loginRoom', room, makeToken(), host)).toMatchObject({ how: 'resolved' })
  await faults.misuse.call('a third room', () => engine.call('loginRoom', 'room-3', makeToken(), host))
  await expect(zego).toSurface(1002037, { via: 'api:loginRoom' })
  await expect(zego).not.toSurface(1002001)
  await expect(zego).toSurface(1002037, { via: 'event:roomStateChanged' })
  await expect(engine).toReact(1002037)
})

test('a second room where the project may have one', { tag: '@1002036' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  await engine.call('enableMultiRoom', true)
  await engine.call('loginRoom', 'room-1', makeToken(), host)
  await faults.signaling.configure({ multiRoom: false })
  await engine.call('loginRoom', 'room-2', makeToken(), host)
  await expect(zego).toSurface(1002036, { via: 'api:loginRoom' })
  await expect(zego).toSurface(1002036, { via: 'event:roomStateChanged' })
  await expect(engine).toReact(1002036)
})

test('a second room as another user', { tag: '@1002018' }, async ({ app, faults, zego }) => {
  const side = await joinMultiRoom(app)
  const { value: user } = await faults.input.argument('somebody-else', { insteadOf: 'host' })
  await side.field('Your ID there').fill(user)
  await side.join('room-2')
  await expect(zego).toSurface(1002018, { via: 'api:loginRoom' })
  await expect(app).toReact(1002018)

  // Only the ID counts, though the documentation speaks of the name, too.
  await app.recover(alsoIn('room-2'), async () => {
    await expect(side.field('Your ID there')).toBeFocused()
    await expect(side.field('ID of the other room')).toHaveValue('room-2')
    await side.field('Your ID there').fill('host')
    await side.field('Shown there as').fill('Another Name')
    await side.join('room-2')
  })
})

test('a person is put out of the second room, and stays in the first', { tag: '@1002055' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  const side = await joinMultiRoom(app)
  cloud.room('room-2').join('guest')
  await side.join('room-2')
  await expect(side.status).toHaveText('Also in room-2')
  cloud.room('room-2').say('guest', 'hello')
  await expect(side.heard).toHaveText('guest: hello')
  await faults.signaling.kick('by-server', { room: 'room-2' })
  await expect(zego).toSurface(1002055, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1002055)
  await expect(side.status).toHaveText('Only in this room')
  await expect(app.connection).toHaveText('Connected')
})

test('the same room twice', { tag: ['@1002056', '@1002064'] }, async ({ app, cloud, faults, zego }) => {
  const side = await joinMultiRoom(app)
  await faults.misuse.call('loginRoom again', () => side.join(app.roomId))
  await expect(zego).toSurface(1002056, { via: 'api:loginRoom' })
  await expect(zego).not.toSurface(1002064)
  await expect(app).toReact(1002056)

  await app.comesBack(alsoIn('room-2'), 'another room', () => side.join('room-2'))
  await side.field('Move on to').fill(app.roomId)
  await faults.misuse.call('switchRoom to the room we are in', () => side.press('Move'))
  await expect(zego).toSurface(1002064, { via: 'api:switchRoom' })
  await expect(app).toReact(1002064)

  await app.comesBack(alsoIn('room-3'), 'another room', async () => {
    await side.field('Move on to').fill('room-3')
    await side.press('Move')
  })
  await app.button('Leave').click()
  await expect.poll(() => cloud.room('room-3').members.has(app.userId)).toBe(false)
})

test('the same room twice, as the Flutter SDK logs in', { tag: '@no-code' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  await engine.call('setEngineConfig', { isFlutter: true })
  await engine.call('enableMultiRoom', true)
  await engine.call('loginRoom', 'room-1', makeToken(), host)
  const again = () => engine.call('loginRoom', 'room-1', makeToken(), host)
  await faults.misuse.call('loginRoom again', again)
  await expect(zego).toSurface(1002064, { via: 'api:loginRoom' })
  await expect(zego).toSurface(1002064, { via: 'event:roomStateChanged' })
})

test('what is said in the other room is heard there', { tag: '@no-code' }, async ({ app, cloud, zego }) => {
  const side = await joinMultiRoom(app)
  await side.field('ID of the other room').fill('room-2')
  await side.field('ID of the other room').press('Enter')
  await expect(side.status).toHaveText('Also in room-2')
  const guest = cloud.room('room-2').join('guest')
  guest.say('over here')
  await expect(side.heard).toHaveText('guest: over here')
  await expect(app.message('over here', 'sent')).toHaveCount(0)

  guest.barrage('a line for the moment')
  guest.command(app.userId, 'a command')
  guest.transparent('bytes of the app’s own')
  await expect(zego).toEmit('IMRecvBarrageMessage')
  await expect(zego).toEmit('IMRecvCustomCommand')
  await expect(zego).toEmit('recvRoomTransparentMessage')
  await expect(app.page.getByRole('log')).toBeEmpty()

  // Enter does what the button does, and what was said in one room was not said in the next.
  await side.field('Move on to').fill('room-3')
  await side.field('Move on to').press('Enter')
  await expect(side.status).toHaveText('Also in room-3')
  await expect(side.heard).toBeEmpty()
  const pupil = cloud.room('room-3').join('pupil')
  pupil.say('one')
  pupil.say('two')
  await expect(side.heard).toHaveText('pupil: two')
  await side.field('A line').fill('three')
  await side.field('A line').press('Enter')
  await expect(side.heard).toHaveText('You: three')

  // A second click while the first is at work is none: the SDK would refuse it.
  await side.field('What it is for').fill('news')
  await app.button('Set topic there').dblclick()
  await expect.poll(() => cloud.room('room-3').extraInfo.get('topic')?.value).toBe('news')
  const changes = zego.timeline.all.filter(
    ({ name, outcome }) => name === 'setRoomExtraInfo' && outcome === 'pending',
  )
  expect(changes).toHaveLength(1)
  await expect(app.alert).toBeEmpty()
})
