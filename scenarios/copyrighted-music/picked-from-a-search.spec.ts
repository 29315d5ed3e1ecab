import { expect, reply, test } from '../test.ts'
import { converterReady } from './karaoke.ts'
import { given, MusicPanel } from './music-panel.ts'

test('a song is picked from what a search found, and heard to its end', {
  tag: ['@1017097', '@1017015'],
}, async ({ app, cloud, faults, zego }) => {
  const panel = new MusicPanel(app.page)
  cloud.music.add('song-2', { name: 'Moonlight' })
  cloud.music.add('song-3', { name: 'Moon over water' })
  cloud.music.add('song-4', { name: 'Sunrise', vendor: 4 })
  await app.join()
  await panel.press('Open music')
  await expect(panel.status).toHaveText('Music is open')

  await panel.fill({ 'Search for': 'Moon', Chart: '22004' })
  await panel.press('Show chart')
  await expect(panel.found('Chart 22004')).toHaveCount(3)
  const busy = await faults.signaling.answer('/search/song', reply.code(100_002), { once: true })
  await panel.press('Search')
  await expect(zego).toSurface(1017097, { via: 'api:sendExtendedRequest', since: busy })
  await expect(app).toReact(1017097)
  await app.recover(panel.has('Songs with Moon', given(app, 'sendExtendedRequest')))
  await expect(panel.found('Songs with Moon')).toHaveCount(2)

  await panel.button('Show chart').press('Tab')
  await expect(panel.button('Order Moonlight')).toBeFocused()
  await app.page.keyboard.press('Enter')
  await expect(panel.status).toHaveText('You have song-2')
  await expect(panel.button('Listen Moon over water')).toBeHidden()

  await converterReady(app)
  const damaged = await faults.http.answer('*/files/*', { json: { damaged: true } })
  await panel.button('Listen Moonlight').click()
  await expect(zego).toSurface(1017015, { via: 'api:download', since: damaged })
  await expect(app).toReact(1017015)
  await damaged.undo()
  await app.recover(panel.has('To be heard', given(app, 'download')))
  await expect(panel.field('The song')).toBeFocused()
  await panel.hearToTheEnd()

  // Each is heard by a file of its own, whichever was ordered last.
  const asked = (method: string) =>
    JSON.stringify(zego.timeline.all.findLast(({ name }) => name === method)?.payload)
  const heard = await panel.field('The song').getAttribute('src')
  await panel.press('Order Moon over water')
  await expect(panel.status).toHaveText('You have song-3')
  await panel.press('Listen Moon over water')
  await expect(panel.field('The song')).not.toHaveAttribute('src', heard ?? '')
  expect(asked('download')).toContain('song-3')
  await panel.press('Listen Moonlight')
  await expect.poll(() => asked('download')).toContain('song-2')

  // What somebody has sent her stays in the field, whatever else she does before she uses it.
  const sent = { 'Code of a song': 'sent-to-me', 'File of a song': 'z_2_song-9_1' }
  await panel.fill(sent)
  await panel.press('Search')
  await expect(panel.status).toHaveText('Songs with Moon')
  for (const [field, text] of Object.entries(sent)) await expect(panel.field(field)).toHaveValue(text)

  // It is ordered from whichever supplier has it.
  await panel.fill({ Supplier: '0', 'Search for': 'Sunrise' })
  await panel.press('Search')
  await panel.press('Order Sunrise')
  await expect(panel.status).toHaveText('You have song-4')

  // Whoever searches again sees what there is by now.
  const none = app.page.getByText('No song was found.')
  await expect(none).toBeHidden()
  await panel.fill({ 'Search for': 'Starlight' })
  await panel.press('Search')
  await expect(none).toBeVisible()
  cloud.music.add('song-5', { name: 'Starlight', vendor: 4 })
  await panel.press('Search')
  await expect(panel.found('Songs with Starlight')).toHaveCount(1)
  await expect(none).toBeHidden()

  // It is over when the room is left, however long the song is, and whoever comes next is another customer.
  await panel.field('The song').evaluate(async (song: HTMLAudioElement) => {
    song.loop = true
    await song.play()
  })
  await app.button('Leave').click()
  await expect(app.page.getByLabel('The song', { exact: true })).toHaveJSProperty('paused', true)
  await app.tryToJoin(app.roomId, 'somebody-else')
  await panel.press('Open music')
  await expect(panel.status).toHaveText('Music is open')
  expect(asked('initCopyrightedMusic')).toContain('somebody-else')
})
