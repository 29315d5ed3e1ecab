import { expect, tagsOf, test } from '../test.ts'
import { orderSong, startMusic } from './karaoke.ts'

type Call = readonly [method: string, ...args: readonly unknown[]]
const command = (path: string, parameters: object): Call => ['sendExtendedRequest', path, parameters]
const search = (more: object = {}) =>
  command('/search/song', { vendor_id: 2, keyword: 'Song', page: 1, ...more })
const searchAll = (page: number) => command('/search/plus', { keyword: 'Song', page })
const chart = (top_id: string) => command('/top/song', { vendor_id: 2, top_id, page: 1 })

/** Calls about lists, lyrics and pitch lines that the service judges. Tokens are those of the orders that come first. */
const rows: readonly { code: number; what: string; legal: Call; wrong: readonly Call[] }[] = [
  {
    code: 1017000,
    what: 'without a command',
    legal: search(),
    wrong: [command('', {}), command('', { keyword: 'Song', page: 1 })],
  },
  {
    code: 1017040,
    what: 'without parameters, or with one that is wrong',
    legal: search(),
    wrong: [
      ['sendExtendedRequest', '/search/song'],
      command('/search/song', {}),
      search({ page: 0 }),
      search({ keyword: '' }),
      command('/song/infos', { vendor_id: 2, songs_id: 'song-1' }),
    ],
  },
  {
    code: 1017045,
    what: 'with a share token that was made up, or is no token',
    legal: ['getSharedResourceByToken', { shareToken: 'order-1' }],
    wrong: [
      ['getSharedResourceByToken', { shareToken: 'made-up' }],
      ['getSharedResourceByToken', { shareToken: 'order-1 ' }],
    ],
  },
  {
    code: 1017046,
    what: 'with a lyrics token that was made up',
    legal: ['getKrcLyricByToken', 'order-2'],
    wrong: [
      ['getKrcLyricByToken', 'made-up'],
      ['getKrcLyricByToken', 'z_2_song-1_2'],
    ],
  },
  {
    code: 1017048,
    what: 'for lyrics that are not there',
    legal: ['getLrcLyric', 'song-1', 2],
    wrong: [
      ['getLrcLyric', 'wordless', 2],
      ['getKrcLyricByToken', 'order-3'],
    ],
  },
  {
    code: 1017052,
    what: 'for lyrics of a vendor the project has no contract with',
    legal: ['getLrcLyric', 'song-1', 2],
    wrong: [['getLrcLyric', 'song-1', 1]],
  },
  {
    code: 1017053,
    what: 'for a function that the vendor does not have',
    legal: command('/search/tips', { vendor_id: 2, keyword: 'Song' }),
    wrong: [command('/search/tips', { vendor_id: 4, keyword: 'Song' })],
  },
  {
    code: 1017071,
    what: 'of a vendor that there is not',
    legal: search(),
    wrong: [search({ vendor_id: 3 }), ['getLrcLyric', 'song-1', 3]],
  },
  {
    code: 1017072,
    what: 'for lyrics of a song that the vendor does not have',
    legal: ['getLrcLyric', 'song-1', 2],
    wrong: [['getLrcLyric', 'song-1', 4]],
  },
  {
    code: 1017074,
    what: 'for the second page of a search over all vendors',
    legal: searchAll(1),
    wrong: [searchAll(2)],
  },
  {
    code: 1017075,
    what: 'for the pitch line of a song without one',
    legal: ['getStandardPitch', 'z_2_song-1_2'],
    wrong: [['getStandardPitch', 'z_2_wordless_2']],
  },
  {
    code: 1017077,
    what: 'for a chart that there is not',
    legal: chart('22004'),
    wrong: [chart('1'), chart('')],
  },
]

test('the service does not accept what it is asked', { tag: tagsOf(rows) }, async ({
  cloud,
  eachRow,
  engine,
  faults,
  zego,
}) => {
  cloud.music.add('wordless', { lrc: undefined, krc: undefined, pitch: undefined })
  await startMusic(engine)
  await orderSong(engine, 'song')
  await orderSong(engine, 'accompaniment')
  await orderSong(engine, 'accompaniment', 'wordless')
  await eachRow(rows, async ({ code, legal, wrong }) => {
    for (const call of wrong) {
      const asked = await faults.input.argument(call, { insteadOf: legal })
      const [method, ...args] = asked.value
      await engine.callMusic(method, ...args)
      await expect(zego).toSurface(code, { via: `api:${call[0]}`, since: asked })
      await expect(engine).toReact(code)
    }
    const [method, ...args] = legal
    expect(await engine.callMusic(method, ...args)).toMatchObject({ value: { errorCode: 0 } })
    await expect(engine.alert).toBeEmpty()
  })
})
