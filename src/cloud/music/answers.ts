import type { Parameters } from '../accesshub/json-service.ts'
import type { MusicPath } from './messages.ts'
import type { Kind, Music } from './music.ts'
import { placeOrder, takeByToken } from './order.ts'
import { refuse } from './refused.ts'
import type { Song } from './song.ts'

type Answer = (asked: Parameters, music: Music) => object

/** Seconds that the module keeps its token. */
const tokenLifetime = 7_200
/** Seconds that it keeps a downloaded song. */
const cacheLifetime = 300

/** What each path hands out as `data`; what is thrown becomes a refusal. */
export const answers: Record<MusicPath, Answer> = {
  '/auth/token': (_, { vendors }) => ({
    token: 'music-token',
    expires_in: tokenLifetime,
    sdk_cache_ttl: cacheLifetime,
    vendors: [...vendors].map((vendor_id) => ({ vendor_id, pid: 'pid-1' })),
    pid: 'pid-1',
    dl_report_type: 0,
  }),
  '/song/roomshare/user_reset': ({ user_id }, music) => {
    music.forgetTaken(String(user_id))
    return {}
  },

  '/song/url': ordering('song'),
  '/song/accompany/url': ordering('accompaniment'),
  '/song/accompany/clip_url': ordering('clip'),
  '/song/accompany/segment_url': ordering('segment'),
  '/song/url/by_roomshare': ordering('song', true),
  '/song/accompany/url/by_roomshare': ordering('accompaniment', true),
  '/song/accompany/clip_url/by_roomshare': ordering('clip', true),
  '/song/accompany/segment_url/by_roomshare': ordering('segment', true),
  '/song/url/by_token': ({ share_token }, music) => takeByToken(music, share_token),

  '/song/lyric': ({ song_id, vendor_id }, music) => {
    const { lrc } = music.song(song_id, vendor_id)
    if (!lrc) refuse('noLyrics')
    return { song_id, vendor_id, lyric: lrc }
  },
  '/song/accompany/krc': ({ krc_token }, music) => {
    const { song } = music.order(krc_token, { unknown: 'krcToken', expired: 'krcTokenExpired' })
    const { id, vendor, krc } = song
    if (!krc) refuse('noLyrics')
    return { song_id: id, vendor_id: vendor, offset: 0, lyric: krc }
  },
  '/song/pitch': ({ song_id, vendor_id }, music) => {
    const { pitch } = music.song(song_id, vendor_id)
    if (!pitch) refuse('noPitch')
    return { song_id, vendor_id, pitch }
  },

  '/report/play_data': () => ({}),
  '/report/download_data': () => ({}),

  '/search/song': ({ keyword, page, vendor_id }, music) => {
    const vendor = music.vendor(vendor_id ?? 0)
    if (!isPage(page)) refuse('parameter')
    return found(music, (song) => song.vendor === vendor && song.name.includes(textOf(keyword)))
  },
  '/search/tips': ({ keyword, vendor_id }, music) => {
    if (music.vendor(vendor_id ?? 0) === 4) refuse('vendorWithoutFunction')
    const tips = [...music.songs.values()].map(({ name }) => name)
    return { tips: tips.filter((name) => name.includes(textOf(keyword))) }
  },
  '/search/plus': ({ user_id, keyword, page }, music) => {
    const text = textOf(keyword)
    if (!isPage(page)) refuse('parameter')
    music.turnPage(String(user_id), text, page)
    return found(music, ({ name }) => name.includes(text))
  },
  '/top/song': ({ vendor_id, top_id }, music) => {
    const vendor = music.vendor(vendor_id ?? 0)
    if (!music.charts.has(String(top_id))) refuse('chart')
    return found(music, (song) => song.vendor === vendor)
  },
  '/song/infos': ({ vendor_id, songs_id }, music) => {
    if (!Array.isArray(songs_id)) refuse('parameter')
    const vendor = music.vendor(vendor_id ?? 0)
    return found(music, (song) => song.vendor === vendor && songs_id.includes(song.id))
  },
}

function ordering(kind: Kind, shared = false): Answer {
  return ({ user_id, room_id, ...asked }, music) =>
    placeOrder(music, kind, { ...asked, user: String(user_id), room: String(room_id) }, shared)
}

function textOf(keyword: unknown): string {
  if (typeof keyword !== 'string' || !keyword) refuse('parameter')
  return keyword
}

const isPage = (page: unknown): page is number => Number.isInteger(page) && Number(page) > 0

function found({ songs }: Music, isWanted: (song: Song) => boolean): object {
  const wanted = [...songs.values()].filter(isWanted)
  return {
    songs: wanted.map((song) => ({ song_id: song.id, song_name: song.name, vendor_id: song.vendor })),
  }
}
