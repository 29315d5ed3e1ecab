import type { LiveRoom } from '../live-room.ts'
import { expect, tagsOf, test } from '../test.ts'
import { converterReady } from './karaoke.ts'
import { arrivesAs, given, MusicPanel } from './music-panel.ts'

const files = '*/files/*'
const order = { Song: 'song-1', 'Who pays': 'This song', 'What for': 'To hear' }

/** Opens music in the room, and orders a song. */
async function ordered(app: LiveRoom, values: Readonly<Record<string, string>> = order): Promise<MusicPanel> {
  const panel = new MusicPanel(app.page)
  await app.join()
  await panel.press('Open music')
  await expect(panel.status).toHaveText('Music is open')
  await panel.fill(values)
  await panel.press('Order')
  await expect(panel.status).toHaveText(`You have ${values.Song}`)
  return panel
}

test('the file of a song that was ordered is no song', { tag: '@1017015' }, async ({ app, faults, zego }) => {
  const panel = await ordered(app)
  await converterReady(app)
  const damaged = await faults.http.answer(files, { json: { damaged: true } })
  await panel.press('Download')
  await expect(zego).toSurface(1017015, { via: 'api:download' })
  await expect(app).toReact(1017015)

  await damaged.undo()
  await app.recover(panel.has('Downloaded', given(app, 'download')))
})

test('a song that was ordered is downloaded without a network', { tag: '@1017098' }, async ({
  app,
  faults,
  zego,
}) => {
  const panel = await ordered(app)
  await converterReady(app)
  await faults.network.offline()
  await panel.press('Download')
  await expect(zego).toSurface(1017098, { via: 'api:download' })
  await expect(app).toReact(1017098)

  await faults.network.heal()
  await app.recover(panel.has('Downloaded', given(app, 'download')))
})

test('a song is downloaded when its order has run out', { tag: ['@1017014', '@1017019'] }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  cloud.music.urlLifetime = 10_000
  await faults.time.control()
  const panel = await ordered(app)
  await converterReady(app)
  await faults.time.advance('11s')
  await panel.press('Download')
  await expect(zego).toSurface(1017019, { via: 'api:download' })
  await expect(zego).not.toSurface(1017014)
  await expect(app).toReact(1017019)
  await app.recover(panel.has('You have song-1', given(app, 'requestResource')))
})

const rows = [
  { code: 1017020, what: 'of a recording', wrong: { 'What for': 'To hear' } },
  { code: 1017075, what: 'of a song without one', wrong: { Song: 'wordless' } },
]

test('the melody is asked for', { tag: tagsOf(rows) }, async ({ app, cloud, eachRow, faults, zego }) => {
  cloud.music.add('wordless', { pitch: undefined })
  const right = { ...order, 'What for': 'To sing' }
  const panel = await ordered(app)
  await eachRow(rows, async ({ code, wrong }) => {
    const song = await faults.input.argument(
      { ...right, ...wrong },
      { insteadOf: right, arrivesAs: arrivesAs(wrong) },
    )
    await panel.fill(song.value)
    await panel.press('Order')
    await expect(panel.status).toHaveText(`You have ${song.value.Song}`)
    await panel.press('Melody')
    await expect(zego).toSurface(code, { via: 'api:getStandardPitch', since: song })
    await expect(app).toReact(code)

    await app.recover(panel.has('Melody', given(app, 'getStandardPitch')), async () => {
      await panel.fill(right)
      await panel.press('Order')
      await expect(panel.status).toHaveText('You have song-1')
      await panel.press('Melody')
    })
  })
})

test('lyrics word by word for a code that was made up', { tag: '@1017046' }, async ({
  app,
  faults,
  zego,
}) => {
  const panel = await ordered(app)
  const { value } = await faults.input.argument('made-up', { insteadOf: 'order-1' })
  await panel.fill({ 'Code of a song': value })
  await panel.press('Word by word')
  await expect(zego).toSurface(1017046, { via: 'api:getKrcLyricByToken' })
  await expect(app).toReact(1017046)
  await app.recover(panel.has('You have song-1', given(app, 'requestResource')))
})

test('the codes of a song that was ordered have run out', { tag: ['@1017044', '@1017047'] }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  cloud.music.tokenLifetime = 10
  const panel = await ordered(app, { ...order, 'What for': 'To sing' })
  const late = await faults.time.advance('11s', { of: 'cloud' })
  await panel.press('Word by word')
  await expect(zego).toSurface(1017047, { via: 'api:getKrcLyricByToken', since: late })
  await expect(app).toReact(1017047)
  await app.recover(panel.has('You have song-1', given(app, 'requestResource')))

  const later = await faults.time.advance('11s', { of: 'cloud' })
  await panel.press('Take by code')
  await expect(zego).toSurface(1017044, { via: 'api:getSharedResourceByToken', since: later })
  await expect(app).toReact(1017044)
  await app.recover(
    panel.has('You have the shared song', given(app, 'getSharedResourceByToken')),
    async () => {
      await expect(panel.field('Code of a song')).toBeFocused()
      await panel.press('Order')
      await expect(panel.status).toHaveText('You have song-1')
      await panel.press('Take by code')
    },
  )
})

test('a member of the monthly plan pays for one song', { tag: '@1017043' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  cloud.music.members.add(app.userId)
  const panel = await ordered(app, { ...order, 'Who pays': 'Monthly plan' })
  const { value } = await faults.input.argument('This song', {
    insteadOf: 'Monthly plan',
    arrivesAs: arrivesAs({ 'Who pays': 'This song' }),
  })
  await panel.fill({ 'Who pays': value })
  await panel.press('Order')
  await expect(zego).toSurface(1017043, { via: 'api:requestResource' })
  await expect(app).toReact(1017043)
  await app.recover(panel.has('You have song-1', given(app, 'requestResource')), async () => {
    await expect(panel.field('Who pays')).toBeFocused()
    await panel.fill({ 'Who pays': 'Monthly plan' })
    await panel.press('Order')
  })
})

test('an order on a monthly plan that there is not', { tag: '@1017032' }, async ({ app, faults, zego }) => {
  const panel = await ordered(app)
  const { value } = await faults.input.argument('Monthly plan', {
    insteadOf: 'This song',
    arrivesAs: arrivesAs({ 'Who pays': 'Monthly plan' }),
  })
  await panel.fill({ 'Who pays': value })
  await panel.press('Order')
  await expect(zego).toSurface(1017032, { via: 'api:requestResource' })
  await expect(app).toReact(1017032)

  await app.recover(panel.has('You have song-1', given(app, 'requestResource')), async () => {
    await expect(panel.field('Who pays')).toBeFocused()
    await panel.fill({ 'Who pays': 'This song' })
    await panel.press('Order')
  })
})

test('the lyrics of a song come later', { tag: '@1017048' }, async ({ app, cloud, faults, zego }) => {
  const { lrc } = cloud.music.add('song-2')
  cloud.music.add('song-2', { lrc: undefined })
  const panel = await ordered(app)
  const { value } = await faults.input.argument('song-2', { insteadOf: 'song-1' })
  await panel.fill({ Song: value })
  await panel.press('Lyrics')
  await expect(zego).toSurface(1017048, { via: 'api:getLrcLyric' })
  await expect(app).toReact(1017048)

  cloud.music.add('song-2', { lrc })
  await app.recover(panel.has('Lyrics of song-2', given(app, 'getLrcLyric')))
})
