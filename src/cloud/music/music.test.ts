import { getResponse } from 'msw'
import { expect, onTestFinished, test, vi } from 'vitest'
import { decodeFrames } from '../accesshub/frame.ts'
import { Cloud } from '../cloud.ts'
import { reply } from '../exchange/reply.ts'
import { music } from '../handlers.ts'
import { decode } from '../proto/codec.ts'
import { HTTPResponseSchema } from '../proto/gen/accesshub_pb.ts'
import { ScriptedClient } from '../testing/scripted-client.ts'

/** Calls the service as a client does; nothing comes back when the cloud did not answer at once. */
function call(cloud: Cloud, location: string, parameters: unknown, user_id = 'alice') {
  const client = new ScriptedClient(cloud)
  const asked = typeof parameters === 'object' ? { user_id, room_id: 'r1', ...parameters } : parameters
  const body = new TextEncoder().encode(JSON.stringify(asked))
  client.raw(client.frame('HTTPRequest', { serviceNo: 16, location, body }))
  const [frame] = client.received.flatMap((bytes) => [...decodeFrames(bytes)])
  if (!frame) return undefined
  const { body: answer } = decode('accesshub', HTTPResponseSchema, frame.body)
  return JSON.parse(new TextDecoder().decode(answer))
}

const order = { song_id: 'song-1', vendor_id: 0, billing_mode: 0 }

test('a song is ordered, and everybody else in the room may fetch it once', () => {
  const cloud = new Cloud()
  expect(call(cloud, '/song/url/by_roomshare', order)).toMatchObject({ code: 10_011 })
  const ordered = call(cloud, '/song/url', order)
  expect(ordered).toMatchObject({ code: 0, data: { song_id: 'song-1', vendor_id: 2, status: 0 } })
  expect(ordered.data.song_url).toMatch(/^https:/)
  const fetch = (user: string) => call(cloud, '/song/url/by_roomshare', order, user).code
  expect(['alice', 'bob', 'bob', 'carol'].map(fetch)).toEqual([10_012, 0, 10_012, 0])
  call(cloud, '/song/roomshare/user_reset', {}, 'bob')
  expect(fetch('bob')).toBe(0)
  call(cloud, '/song/roomshare/user_reset', {})
  expect(fetch('alice'), 'who ordered it has it').toBe(10_012)
  expect(call(cloud, '/song/url/by_roomshare', { ...order, room_id: 'r2' }, 'dave').code).toBe(10_011)
  const byToken = call(cloud, '/song/url/by_token', { share_token: ordered.data.song_token })
  expect(byToken).toMatchObject({ code: 0, data: { song_id: 'song-1', is_accompany: 0, is_clip: 0 } })
  expect(cloud.defects).toEqual([])
})

test.each([
  ['/song/url', 0, 0],
  ['/song/accompany/url', 1, 0],
  ['/song/accompany/clip_url', 0, 1],
  ['/song/accompany/segment_url', 0, 1],
] as const)('a token says what of the song was ordered, at %s', (path, is_accompany, is_clip) => {
  const cloud = new Cloud()
  const share_token = call(cloud, path, order).data.session_id
  const { data } = call(cloud, '/song/url/by_token', { share_token }, 'bob')
  expect(data).toMatchObject({ is_accompany, is_clip })
})

test('what is shared of a song is what was ordered of it', () => {
  const cloud = new Cloud()
  call(cloud, '/song/url', order)
  expect(call(cloud, '/song/accompany/url/by_roomshare', order, 'bob')).toMatchObject({ code: 10_011 })
  expect(call(cloud, '/song/url/by_roomshare', order, 'bob')).toMatchObject({ code: 0 })
})

test('a token is good until its time is over by the clock of the cloud, and not in that moment any more', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const cloud = new Cloud()
  cloud.music.tokenLifetime = 60
  const share_token = call(cloud, '/song/url', order).data.song_token
  const taken = () => call(cloud, '/song/url/by_token', { share_token }, 'bob').code
  cloud.clock.advance(59_999)
  expect(taken()).toBe(0)
  cloud.clock.advance(1)
  expect(taken()).toBe(10_003)
})

test.each([
  [0, false, 0, 0],
  [0, true, 10_002, undefined],
  [1, false, 0, 3],
  [1, true, 0, 0],
  [2, false, 0, 0],
  [3, false, 40_003, undefined],
  [4, false, 10_001, undefined],
])('billed by mode %d, on the monthly plan: %s', (billing_mode, isMember, code, status) => {
  const cloud = new Cloud()
  if (isMember) cloud.music.members.add('alice')
  const { data, ...answer } = call(cloud, '/song/url', { ...order, billing_mode })
  expect([answer.code, data.status]).toEqual([code, status])
})

test('pages of a search are turned one by one, of each search and by each person', () => {
  const cloud = new Cloud()
  const turn = (page: number, keyword = 'Song', user = 'alice') =>
    call(cloud, '/search/plus', { keyword, page }, user).code
  expect([turn(1), turn(3), turn(2), turn(3)]).toEqual([0, 40_005, 0, 0])
  expect([turn(2, 'song'), turn(2, 'Song', 'bob')]).toEqual([40_005, 40_005])
})

test('a search at one vendor finds the songs of no other', () => {
  const cloud = new Cloud()
  cloud.music.add('song-4', { vendor: 4 })
  const found = (parameters: object) =>
    call(cloud, '/search/song', { keyword: 'Song', page: 1, ...parameters }).data.songs.map(
      ({ song_id }: { song_id: string }) => song_id,
    )
  expect([found({}), found({ vendor_id: 4 })]).toEqual([['song-1'], ['song-4']])
})

test.each([
  ['none', '/song/url', 1],
  ['listen', '/song/url', 0],
  ['listen', '/song/accompany/url', 2],
] as const)('a song with the licence %s, at %s', (licence, path, status) => {
  const cloud = new Cloud()
  cloud.music.add('song-2', { licence })
  const { data } = call(cloud, path, { ...order, song_id: 'song-2' })
  expect(data.status).toBe(status)
})

test('what the service does not know is a defect of the client', () => {
  const cloud = new Cloud()
  call(cloud, '/song/nothing', {})
  call(cloud, '/song/url', { ...order, price: 5 })
  call(cloud, '/song/url', 'text')
  expect(cloud.defects.map(({ message }) => message)).toEqual([
    'music: unknown path /song/nothing',
    'music: /song/url has unknown parameter price',
    expect.stringMatching(/^music: call of \/song\/url is not an object/),
  ])
})

test('a handler answers in place of the service', async () => {
  const cloud = new Cloud()
  cloud.use(music('/song/url', () => reply.code(10_002)))
  call(cloud, '/song/url', order)
  const asked = await cloud.journal.waitFor('/song/url', ({ name }) => name === '/song/url')
  expect(asked).toMatchObject({ layer: 'music', handled: 'code 10002', room: 'r1' })
})

test('a chart and a list of songs have those of one vendor', () => {
  const cloud = new Cloud()
  cloud.music.add('song-4', { vendor: 4 })
  const found = (path: string, parameters: object) =>
    call(cloud, path, parameters).data.songs.map(({ song_id }: { song_id: string }) => song_id)
  const songs_id = ['song-1', 'song-4', 'song-9']
  expect([found('/song/infos', { songs_id }), found('/song/infos', { songs_id, vendor_id: 4 })]).toEqual([
    ['song-1'],
    ['song-4'],
  ])
  const chart = { top_id: '22004' }
  expect([found('/top/song', chart), found('/top/song', { ...chart, vendor_id: 4 })]).toEqual([
    ['song-1'],
    ['song-4'],
  ])
})

test('a file says how long it is, and a song without one is neither handed out nor shared', async () => {
  const cloud = new Cloud()
  const { song_url, song_size } = call(cloud, '/song/url', order).data
  const file = await getResponse(cloud.httpHandlers, new Request(song_url))
  expect(file?.headers.get('content-length')).toBe(`${song_size}`)
  expect((await file?.arrayBuffer())?.byteLength).toBe(song_size)

  cloud.music.add('song-2', { file: undefined })
  const missing = { ...order, song_id: 'song-2' }
  const { data } = call(cloud, '/song/url', missing)
  expect(data).not.toHaveProperty('song_url')
  cloud.music.add('song-2') // which is put back
  expect(call(cloud, '/song/url/by_roomshare', missing, 'bob')).toMatchObject({ code: 10_011 })
})
