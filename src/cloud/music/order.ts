import { addressOf } from './files.ts'
import type { Kind, Music, Order } from './music.ts'
import { refuse, status } from './refused.ts'
import { duration } from './silent-mp3.ts'

/** `billing_mode` */
const billing = { count: 0, user: 1, room: 2, master: 3 } as const

type Ordered = Omit<Order, 'until'>

/** What an order says. */
export interface OrderParameters {
  readonly user: string
  readonly room: string
  readonly song_id?: unknown
  readonly vendor_id?: unknown
  readonly billing_mode?: unknown
  readonly master_id?: unknown
  readonly scene_id?: unknown
}

/** Orders a song, or fetches one that somebody in the room ordered. @throws {Refusal} */
export function placeOrder(music: Music, kind: Kind, asked: OrderParameters, shared: boolean): object {
  const song = music.song(asked.song_id, asked.vendor_id)
  checkBilling(music, asked)
  const order: Ordered = { song, kind, by: asked.user }
  const missing = whyNot(music, order, asked.billing_mode)
  if (missing || !song.file) return handOut(music, order, missing)
  if (shared) music.take(asked.room, song, kind, asked.user)
  else music.share(asked.room, order)
  return handOut(music, order, status.given)
}

/** What a share token stands for, as it was handed out to the one who ordered it. */
export function takeByToken(music: Music, token: unknown): object {
  const order = music.order(token, { unknown: 'shareToken', expired: 'shareTokenExpired' })
  return {
    ...handOut(music, order, status.given),
    is_accompany: Number(order.kind === 'accompaniment'),
    is_clip: Number(order.kind === 'clip' || order.kind === 'segment'),
  }
}

function checkBilling(music: Music, { user, billing_mode, master_id, scene_id }: OrderParameters): void {
  if (!Object.values<unknown>(billing).includes(billing_mode)) refuse('billingMode')
  if (billing_mode === billing.count && music.members.has(user)) refuse('unreasonable')
  if (billing_mode === billing.master && !master_id) refuse('masterMissing')
  if (scene_id !== undefined && !music.scenes.has(scene_id as number)) refuse('scene')
}

function whyNot(music: Music, { song, kind, by }: Ordered, billingMode: unknown): number {
  if (song.licence === 'none') return status.unlicensed
  if (billingMode === billing.user && !music.members.has(by)) return status.noMonthlyPlan
  if (kind === 'song') return status.given
  if (song.licence === 'listen') return status.listenOnly
  return song.hasAccompaniment ? status.given : status.noAccompaniment
}

/** The fields have other names for each kind; the module looks at no others. */
function handOut(music: Music, order: Ordered, why: number): object {
  const { song, kind } = order
  const isGiven = why === status.given && song.file
  const url = isGiven ? addressOf(song.id) : undefined
  const size = isGiven ? song.file.length : undefined
  const token = isGiven ? music.issue(order) : undefined
  const about = {
    song_id: song.id,
    vendor_id: song.vendor,
    status: why,
    duration,
    url_ttl: music.urlLifetime,
    session_id: token,
  }
  const { tokenLifetime } = music
  const lyrics = { krc_token: token, krc_token_ttl: tokenLifetime }
  if (kind === 'song') {
    const named = { song_name: song.name, singer_name: song.singer }
    return { ...about, ...named, song_url: url, song_size: size, song_token: token, token_ttl: tokenLifetime }
  }
  if (kind === 'accompaniment') {
    const given = { accompany_url: url, accompany_size: size, accompany_token: token }
    return { ...about, ...lyrics, ...given, has_original: 0, accompany_token_ttl: tokenLifetime }
  }
  const part = { segment_begin: 0, segment_end: duration, prelude_duration: 0, other_segments: [] }
  const given = { url, file_size: size, clip_token: token, clip_token_ttl: tokenLifetime }
  return { ...about, ...lyrics, ...part, ...given }
}
