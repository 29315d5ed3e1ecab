/** What every call of the module brings: who, where, with what, and when. */
export const common = [
  'app_id',
  'user_id',
  'room_id',
  'sdk_version',
  'os_type',
  'dev_info',
  'device_id',
  'platform',
  'version',
  'timestamp',
  'pid',
  'seq',
  'token',
  // Only the second attempt, after an HTTP status other than 200.
  'retry',
] as const

const order = ['song_id', 'vendor_id', 'billing_mode', 'master_id', 'scene_id'] as const
const search = ['vendor_id', 'keyword', 'page', 'filter'] as const

/** What clients ask of the music service, by path, with the parameters that each may bring. */
export const requests = {
  '/auth/token': ['room_token'],
  '/song/roomshare/user_reset': [],
  '/song/url': order,
  '/song/url/by_roomshare': order,
  '/song/url/by_token': ['share_token'],
  '/song/accompany/url': order,
  '/song/accompany/url/by_roomshare': order,
  '/song/accompany/clip_url': order,
  '/song/accompany/clip_url/by_roomshare': order,
  '/song/accompany/segment_url': order,
  '/song/accompany/segment_url/by_roomshare': order,
  '/song/lyric': ['song_id', 'vendor_id'],
  '/song/accompany/krc': ['encrypt', 'krc_token'],
  '/song/pitch': ['song_id', 'vendor_id'],
  '/report/play_data': ['play_data', 'vendor_id'],
  '/report/download_data': [
    'session_id',
    'billing_mode',
    'song_id',
    'resource_type',
    'start_time',
    'end_time',
    'size',
    'dl_size',
    'vendor_id',
  ],
  // Commands of sendExtendedRequest.
  '/search/song': search,
  '/search/tips': ['vendor_id', 'keyword'],
  '/search/plus': ['keyword', 'page', 'filter', 'vendors_id', 'keep_vendor', 'items'],
  '/top/song': ['vendor_id', 'top_id', 'page', 'filter'],
  '/song/infos': ['vendor_id', 'songs_id'],
} as const satisfies Record<`/${string}`, readonly string[]>

/** A path of the music service. */
export type MusicPath = keyof typeof requests
