import type { LiveRoom } from '../live-room.ts'
import type { End } from '../reacting/recovery.ts'
import { expect, reply, tagsOf, test } from '../test.ts'
import { converterReady } from './karaoke.ts'
import { arrivesAs, given, MusicPanel } from './music-panel.ts'

const order = {
  Song: 'song-1',
  Supplier: '2',
  'Who pays': 'This song',
  'Host who pays': '',
  'What for': 'To hear',
}

interface Row {
  readonly code: number
  readonly what: string
  readonly wrong: Readonly<Record<string, string>>
  readonly right: Readonly<Record<string, string>>
  readonly press: string
  readonly via: string
  /** What the app says once it has it. */
  readonly has: string
}

const ordered = { press: 'Order', via: 'requestResource', has: 'You have song-1' }
const bought = (code: number, what: string, wrong: Row['wrong'], right: Row['right']): Row => ({
  ...ordered,
  code,
  what,
  wrong,
  right,
})

/** What a person fills in, and what is right in its place. */
const rows: readonly Row[] = [
  bought(1017002, 'no song', { Song: '' }, { Song: 'song-1' }),
  bought(1017030, 'a song without a licence', { Song: 'unlicensed' }, { Song: 'song-1' }),
  bought(1017034, 'a song that was taken off', { Song: 'taken-off' }, { Song: 'song-1' }),
  bought(1017072, 'a song that the supplier does not have', { Song: 'nothing' }, { Song: 'song-1' }),
  bought(1017052, 'a supplier without a contract', { Supplier: '1' }, { Supplier: '2' }),
  bought(1017071, 'a supplier that there is not', { Supplier: '3' }, { Supplier: '2' }),
  bought(1017073, 'a host who is not named', { 'Who pays': 'Its host' }, { 'Host who pays': 'guest' }),
  {
    ...bought(
      1017031,
      'to sing what may only be heard',
      { Song: 'to-hear', 'What for': 'To sing' },
      { 'What for': 'To hear' },
    ),
    has: 'You have to-hear',
  },
  {
    ...bought(
      1017033,
      'to sing without an accompaniment',
      { Song: 'no-backing', 'What for': 'To sing' },
      { 'What for': 'To hear' },
    ),
    has: 'You have no-backing',
  },
  {
    code: 1017045,
    what: 'a code that was made up',
    wrong: { 'Code of a song': 'made-up' },
    right: { 'Code of a song': 'order-1' },
    press: 'Take by code',
    via: 'getSharedResourceByToken',
    has: 'You have the shared song',
  },
  {
    code: 1017008,
    what: 'lyrics without a code',
    wrong: { 'Code of a song': '' },
    right: { 'Code of a song': 'order-1' },
    press: 'Word by word',
    via: 'getKrcLyricByToken',
    has: 'Lyrics word by word',
  },
  {
    code: 1017040,
    what: 'a search for nothing',
    wrong: { 'Search for': '' },
    right: { 'Search for': 'Song' },
    press: 'Search',
    via: 'sendExtendedRequest',
    has: 'Songs with Song',
  },
  {
    code: 1017074,
    what: 'the second page of all suppliers first',
    wrong: { 'Search for': 'Song', Supplier: '0', Page: '2' },
    right: { Page: '1' },
    press: 'Search',
    via: 'sendExtendedRequest',
    has: 'Songs with Song',
  },
  {
    code: 1017077,
    what: 'a chart that there is not',
    wrong: { Chart: '1' },
    right: { Chart: '22004' },
    press: 'Show chart',
    via: 'sendExtendedRequest',
    has: 'Chart 22004',
  },
]

test('songs are asked for wrongly, then rightly', { tag: tagsOf(rows) }, async ({
  app,
  cloud,
  eachRow,
  faults,
  zego,
}) => {
  const panel = new MusicPanel(app.page)
  const asked = () => cloud.journal.entries.filter(({ layer }) => layer === 'music').length
  cloud.music.add('unlicensed', { licence: 'none' })
  cloud.music.add('to-hear', { licence: 'listen' })
  cloud.music.add('no-backing', { hasAccompaniment: false })
  cloud.music.add('taken-off', { file: undefined })
  await app.join()
  await panel.press('Open music')
  await expect(panel.status).toHaveText('Music is open')
  await panel.fill({ ...order, 'What for': 'To sing' })
  await panel.press('Order')
  await expect(panel.status).toHaveText('You have song-1')
  await eachRow(rows, async ({ code, wrong, right, press, via, has }) => {
    await panel.fill(order)
    const input = await faults.input.argument(wrong, {
      insteadOf: { ...wrong, ...right },
      arrivesAs: arrivesAs(wrong),
    })
    await panel.fill(input.value)
    await panel.press(press)
    await expect(zego).toSurface(code, { via: `api:${via}`, since: input })
    await expect(app).toReact(code)

    await app.recover(panel.has(has, asked), async () => {
      await panel.fill(right)
      await panel.press(press)
    })
  })
})

type Back = (app: LiveRoom, end: () => End, act: () => Promise<void>) => Promise<void>
const again: Back = (app, end) => app.recover(end)
const changed: Back = (app, end, act) => app.recover(end, act)
const anew: Back = (app, end, act) => app.comesBack(end, 'the same once more', act)

const toOrder = { path: '/song/url', press: 'Order', via: 'requestResource', has: 'You have song-1' } as const
const toSearch = {
  path: '/search/song',
  press: 'Search',
  via: 'sendExtendedRequest',
  has: 'Songs with Song',
} as const

/** What the service answers once to what is asked for, and how it is had in the end. */
const answers = [
  {
    code: 1017049,
    what: 'without a melody',
    answer: reply.code(999_999),
    back: again,
    path: '/song/pitch',
    press: 'Melody',
    via: 'getStandardPitch',
    has: 'Melody',
  },
  { code: 1017097, what: 'busy', answer: reply.code(100_002), back: again, ...toOrder },
  { code: 1017010, what: 'lost', answer: reply.broken('body'), back: again, ...toOrder },
  { code: 1017042, what: 'not paid for like this', answer: reply.code(10_001), back: changed, ...toOrder },
  { code: 1017076, what: 'not for such rooms', answer: reply.code(40_007), back: anew, ...toOrder },
  { code: 1017099, what: 'out of order', answer: reply.code(100_000), back: anew, ...toOrder },
  { code: 1017053, what: 'not of this supplier', answer: reply.code(10_014), back: changed, ...toSearch },
] as const

test('the music service does not come to an answer, and then does', { tag: tagsOf(answers) }, async ({
  app,
  cloud,
  eachRow,
  faults,
  zego,
}) => {
  const panel = new MusicPanel(app.page)
  const asked = () => cloud.journal.entries.filter(({ layer }) => layer === 'music').length
  await app.join()
  await panel.press('Open music')
  await expect(panel.status).toHaveText('Music is open')
  await panel.fill({ 'Search for': 'Song', 'What for': 'To sing' })
  await panel.press('Order')
  await expect(panel.status).toHaveText('You have song-1')
  await panel.fill({ 'What for': 'To hear' })
  await eachRow(answers, async ({ code, path, answer, press, via, has, back }) => {
    const refusal = await faults.signaling.answer(path, answer, { once: true })
    await panel.press(press)
    await expect(zego).toSurface(code, { via: `api:${via}`, since: refusal })
    await expect(app).toReact(code)
    await back(app, panel.has(has, asked), () => panel.press(press))
  })
})

test('a shared song is taken without its code', { tag: '@1017003' }, async ({ app, faults, zego }) => {
  const panel = new MusicPanel(app.page)
  await app.join()
  await panel.press('Open music')
  await expect(panel.status).toHaveText('Music is open')
  await panel.press('Order')
  await expect(panel.status).toHaveText('You have song-1')
  const { value } = await faults.input.argument('', { insteadOf: 'order-1', arrivesAs: { shareToken: '' } })
  await panel.fill({ 'Code of a song': value })
  await panel.press('Take by code')
  await expect(zego).toSurface(1017045, { via: 'api:getSharedResourceByToken' })
  await expect(zego).not.toSurface(1017003)
  await expect(app).toReact(1017045)

  await app.recover(
    panel.has('You have the shared song', given(app, 'getSharedResourceByToken')),
    async () => {
      await panel.fill({ 'Code of a song': 'order-1' })
      await panel.press('Take by code')
    },
  )
})

const isOpen = (app: LiveRoom) => {
  const panel = new MusicPanel(app.page)
  const asked = () => app.cloud.journal.entries.filter(({ layer }) => layer === 'music').length
  return { end: panel.has('Music is open', asked), open: () => panel.press('Open music') }
}

/** Numbers by which the service keeps the module out, and how the app gets in afterwards. */
const kept = [
  {
    code: 1017041,
    number: 10_000,
    back: (app: LiveRoom) => app.comesBack(isOpen(app).end, 'Open music', isOpen(app).open),
  },
  { code: 1017009, number: 1, back: (app: LiveRoom) => app.recover(isOpen(app).end, isOpen(app).open) },
]

test('the music service does not let the app in', { tag: tagsOf(kept) }, async ({
  app,
  eachRow,
  faults,
  zego,
}) => {
  const panel = new MusicPanel(app.page)
  await app.join()
  await eachRow(kept, async ({ code, number, back }) => {
    const refusal = await faults.signaling.answer('/auth/token', reply.code(number), { once: true })
    await panel.press('Open music')
    await expect(zego).toSurface(code, { via: 'api:initCopyrightedMusic', since: refusal })
    await expect(app).toReact(code)

    await back(app)
  })
})

test('what music has is asked for before it is there', {
  tag: ['@1017096', '@1017004', '@1017012', '@1017018'],
}, async ({ app, cloud, faults, zego }) => {
  const panel = new MusicPanel(app.page)
  const asked = () => cloud.journal.entries.filter(({ layer }) => layer === 'music').length
  await app.join()
  await panel.fill({ 'Search for': 'Song' })
  await faults.misuse.call('a search before music is open', () => panel.press('Search'))
  await expect(zego).toSurface(1017096, { via: 'api:sendExtendedRequest' })
  await expect(app).toReact(1017096)

  await app.comesBack(panel.has('Songs with Song', asked), 'Open music', async () => {
    await panel.press('Open music')
    await expect(panel.status).toHaveText('Music is open')
    await panel.press('Search')
  })
  const early = await faults.misuse.call('a download before an order', () => panel.press('Download'))
  await expect(zego).toSurface(1017004, { via: 'api:download', since: early })
  await expect(app).toReact(1017004)

  await converterReady(app)
  await app.recover(panel.has('Downloaded', given(app, 'download')), async () => {
    await panel.press('Order')
    await expect(panel.status).toHaveText('You have song-1')
    await panel.press('Download')
  })

  const file = await panel.field('File of a song').inputValue()
  const { value: strange } = await faults.input.argument('z_2_song-2_1', { insteadOf: file })
  await panel.fill({ 'File of a song': strange })
  await panel.press('Download')
  await expect(zego).toSurface(1017018, { via: 'api:download' })
  await expect(app).toReact(1017018)
  await app.recover(panel.has('Downloaded', given(app, 'download')), async () => {
    await expect(panel.field('File of a song')).toBeFocused()
    await panel.fill({ 'File of a song': file })
    await panel.press('Download')
  })

  cloud.music.add('song-2')
  await panel.fill({ Song: 'song-2' })
  await panel.press('Order')
  await expect(panel.status).toHaveText('You have song-2')
  const twice = await faults.misuse.call('two downloads at once', () => panel.pressBoth('Download', 'Listen'))
  await expect(zego).toSurface(1017012, { via: 'api:download', since: twice })
  await expect(app).toReact(1017012)
  await app.comesBack(panel.has('To be heard', given(app, 'download')), 'Listen', async () => {
    await expect(panel.status).toHaveText('Downloaded')
    await panel.press('Listen')
  })
})

test('a shared song that nobody shared, and one that was taken', { tag: ['@1017050', '@1017051'] }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  const panel = new MusicPanel(app.page)
  const asked = () => cloud.journal.entries.filter(({ layer }) => layer === 'music').length
  const song2 = cloud.music.add('song-2')
  cloud.music.share(app.roomId, { song: cloud.music.add('shared'), kind: 'song', by: 'guest' })
  await app.join()
  await panel.press('Open music')
  await expect(panel.status).toHaveText('Music is open')
  const { value } = await faults.input.argument('song-2', { insteadOf: 'shared' })
  await panel.fill({ Song: value })
  await panel.press('Take shared song')
  await expect(zego).toSurface(1017050, { via: 'api:getSharedResource' })
  await expect(app).toReact(1017050)

  await app.comesBack(panel.has('You have song-2', asked), 'a guest shares it', async () => {
    cloud.music.share(app.roomId, { song: song2, kind: 'song', by: 'guest' })
    await panel.press('Take shared song')
  })

  await panel.fill({ Song: 'shared' })
  await panel.press('Take shared song')
  await expect(panel.status).toHaveText('You have shared')
  await panel.press('Order')
  await expect(panel.status).toHaveText('You have shared')
  await faults.misuse.call('the shared song once more', () => panel.press('Take shared song'))
  await expect(zego).toSurface(1017051, { via: 'api:getSharedResource' })
  await expect(app).toReact(1017051)
  await app.recover(panel.has('You have shared', asked))
})
