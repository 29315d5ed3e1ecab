import { MixerPanel } from '../mixer/panel.ts'
import { PickedPanel } from '../playing/picked-panel.ts'
import { SideRoomPanel } from '../room/side-room-panel.ts'
import { expect, test } from '../test.ts'

test('a person leaves, and joins another room as somebody else', { tag: '@no-code' }, async ({
  app,
  cloud,
}) => {
  const topic = app.page.getByRole('textbox', { name: 'What this room is about' })
  const streamId = app.page.getByRole('textbox', { name: 'Stream ID' })
  const mixer = new MixerPanel(app.page)
  const log = app.page.getByRole('log')
  const watching = app.page.getByRole('list', { name: 'Watching' })
  const noMessages = app.page.getByText('No messages yet')
  // Whoever has just come is where the browser has put her.
  await app.open()
  await app.button('Join').waitFor()
  await expect(app.page.getByRole('heading', { name: 'Join a room' })).not.toBeFocused()
  await app.join()
  await expect(noMessages).toBeVisible()
  const guest = cloud.room(app.roomId).join('guest')
  guest.setExtraInfo('topic', 'news')
  guest.say('hello')
  await expect(topic).toHaveValue('news')
  await expect(log).toContainText('hello')
  await expect(noMessages).toBeHidden()
  await expect(watching).toHaveText('guest')
  await app.button('Show sound levels').click()
  await streamId.fill('a-stream-of-mine')
  await mixer.field('Streams to mix').fill('a-stream-of-mine')
  const picked = new PickedPanel(app)
  const side = new SideRoomPanel(app)
  await cloud.room('elsewhere').join('another').publish('s1')
  await picked.watch('s1')
  await expect(picked.status).toHaveText('Watching')
  await expect(side.field('Your ID there')).toHaveValue(app.userId)
  const drafts = [
    app.page.getByRole('textbox', { name: 'Message', exact: true }),
    app.page.getByRole('textbox', { name: 'What it is about' }),
    app.page.getByRole('textbox', { name: 'Relay to a CDN' }),
    side.field('ID of the other room'),
    side.field('A line'),
  ]
  for (const draft of drafts) await draft.fill('rtmp://cdn.example/live/a-key')

  await app.button('Leave').click()
  await expect.poll(() => cloud.gateway.find({ role: 'player' }).length).toBe(0)
  // Whoever sees nothing of the page is told by the cursor that it is another one.
  await expect(app.page.getByRole('heading', { name: 'Join a room' })).toBeFocused()
  await app.tryToJoin('room-2', 'somebody-else')
  await expect(app.connection).toHaveText('Connected')
  await expect(app.page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(app.page.getByText('You are here as somebody-else')).toBeVisible()
  await expect(topic).toHaveValue('')
  await expect(log).toBeEmpty()
  await expect(noMessages).toBeVisible()
  await expect(watching).toBeHidden()
  await expect(app.page.getByText('Nobody else is here yet.')).toBeVisible()
  await expect(app.button('Show sound levels')).toBeVisible()
  await expect(streamId).toHaveValue('')
  await expect(picked.status).toHaveText('Not watching')
  await expect(app.page.getByLabel('Video picked by ID')).toBeHidden()
  for (const draft of drafts) await expect(draft).toHaveValue('')
  await expect(side.field('Your ID there')).toHaveValue('somebody-else')
  await expect(side.field('Shown there as')).toHaveValue('')
  await expect(mixer.field('Mix ID')).toHaveValue('mix-room-2')
  await expect(mixer.field('Goes to')).toHaveValue('somebody-else-mixed')
  await expect(mixer.field('Streams to mix')).toHaveValue('')
})
