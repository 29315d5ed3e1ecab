import { expect, tagsOf, test } from '../test.ts'
import { converterReady, kinds, order, ordering, orderSong, startMusic } from './karaoke.ts'

/** What the module finds out by itself. Resource IDs say vendor, song and kind: `z_2_song-1_1` is the recording of song-1. */
const rows = [
  {
    code: 1017001,
    what: 'a kind of resource that there is not',
    calls: ordering.flatMap((method) => [4, -1, '0', null].map((kind) => [method, [order, kind]] as const)),
    legal: [order, kinds.song],
  },
  {
    code: 1017002,
    what: 'an order without a song ID',
    calls: ordering.flatMap((method) =>
      ['', null, undefined].map((songID) => [method, [{ ...order, songID }, kinds.song]] as const),
    ),
    legal: [order, kinds.song],
  },
  {
    code: 1017004,
    what: 'a download without a resource ID',
    calls: ['', null, undefined].map((id) => ['download', [id]] as const),
    legal: ['z_2_song-1_1'],
  },
  {
    code: 1017008,
    what: 'lyrics without a token',
    calls: ['', null, undefined].map((token) => ['getKrcLyricByToken', [token]] as const),
    legal: ['order-1'],
  },
  {
    code: 1017045,
    what: 'a shared song without a token',
    calls: [undefined, null, 5].map((shareToken) => ['getSharedResourceByToken', [{ shareToken }]] as const),
    legal: [{ shareToken: 'order-1' }],
  },
  {
    code: 1017018,
    what: 'a resource ID that was not ordered, or, for a pitch line, none at all',
    calls: [
      ['download', ['z_2_song-2_1']],
      ['download', ['z_2_song-1_4']],
      ['getStandardPitch', ['z_2_song-2_2']],
      ['getStandardPitch', ['']],
    ] as const,
    legal: ['z_2_song-1_2'],
  },
  {
    code: 1017020,
    what: 'the pitch line of a recording',
    calls: [['getStandardPitch', ['z_2_song-1_1']]] as const,
    legal: ['z_2_song-1_2'],
  },
]

test('what the module refuses by itself', { tag: tagsOf(rows) }, async ({
  cloud,
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await startMusic(engine)
  await converterReady(engine)
  for (const kind of ['song', 'accompaniment'] as const) await orderSong(engine, kind)
  cloud.music.share(engine.roomId, { song: cloud.music.add('song-2'), kind: 'song', by: 'guest' })
  await eachRow(rows, async ({ code, calls, legal }) => {
    const asked = cloud.journal.entries.length
    for (const [method, args] of calls) {
      const wrong = await faults.input.argument(args as readonly unknown[], {
        insteadOf: legal as readonly unknown[],
      })
      await engine.callMusic(method, ...wrong.value)
      await expect(zego).toSurface(code, { via: `api:${method}`, since: wrong })
      await expect(engine).toReact(code)
    }
    const since = cloud.journal.entries.slice(asked)
    expect(since.filter(({ layer }) => layer === 'music')).toEqual([])
  })
})

test('a command without parameters', { tag: '@1017001' }, async ({ engine, faults, zego }) => {
  await startMusic(engine)
  const legal = ['/search/song', { keyword: 'Song', page: 1 }] as const
  const empty = await faults.input.argument(['/search/song', {}] as const, { insteadOf: legal })
  await engine.callMusic('sendExtendedRequest', ...empty.value)
  await expect(zego).toSurface(1017040, { via: 'api:sendExtendedRequest' })
  await expect(zego).not.toSurface(1017001)
})
