import { expect, test, vi } from 'vitest'
import type { Engine } from '../engine.ts'
import { createProblems } from '../problem/problem.ts'
import { postponed } from '../scripted-engine.ts'
import { createMusic, type MusicModule, songKey } from './music.ts'

const wish = { songID: 'song-1', vendorID: 2, mode: 0, masterID: '', part: 0 }

function setUp(methods: Partial<Record<keyof MusicModule, unknown>>) {
  const problems = createProblems({})
  const edit = vi.fn()
  const load = vi.fn(async () => methods as unknown as MusicModule)
  const music = createMusic({ load, engine: {} as Engine, problems, userID: () => 'alice', edit })
  const offered = () => problems.open.get()[0]?.actions ?? []
  return { music, problems, load, edit, offered }
}

test('the module is loaded once, when somebody wants music', async () => {
  const { music, load } = setUp({ initCopyrightedMusic: vi.fn(async () => 0) })
  expect(load).not.toHaveBeenCalled()
  await music.open()
  await music.open()
  expect(load).toHaveBeenCalledTimes(1)
  expect(music.state.get()).toMatchObject({ phase: 'open', there: 'Music is open' })
})

test('whoever comes after music was closed has an object of the SDK of her own', async () => {
  const { music, load } = setUp({ initCopyrightedMusic: vi.fn(async () => 0) })
  await music.open()
  music.close()
  await music.open()
  expect(load).toHaveBeenCalledTimes(2)
})

test('what somebody ordered is not requested again for whoever comes next', async () => {
  const requestResource = vi.fn(async () => ordered)
  const { music, offered } = setUp({ requestResource, download: vi.fn(async () => ({ errorCode: 1017019 })) })
  await music.order(wish)
  music.close()
  await music.download('z_2_song-1_1')
  expect(offered().map(({ label }) => label)).toEqual(['Request the song again'])
  await offered()[0]?.run()
  expect(requestResource).toHaveBeenCalledOnce()
})

test('an answer that is a code is a failure', async () => {
  const { music, problems } = setUp({ initCopyrightedMusic: vi.fn(async () => 1017041) })
  await music.open()
  expect(music.state.get().phase).toBe('closed')
  expect(problems.open.get()[0]?.codes).toEqual([1017041])
})

test('what ran out is requested again, as it was ordered', async () => {
  const requestResource = vi.fn(async () => ({
    errorCode: 0,
    resource: { data: { resources: [{ resource_id: 'z_2_song-1_1' }] } },
  }))
  const { music, offered } = setUp({ requestResource, download: vi.fn(async () => ({ errorCode: 1017019 })) })
  await music.order(wish)
  await music.download('z_2_song-1_1')
  expect(offered().map(({ label }) => label)).toEqual(['Request the song again'])
  await offered()[0]?.run()
  expect(requestResource).toHaveBeenCalledTimes(2)
  expect(music.state.get()).toMatchObject({ there: 'You have song-1', given: { resourceID: 'z_2_song-1_1' } })
})

test('what was filled in wrongly is corrected where it stands', async () => {
  const { music, offered, edit } = setUp({ sendExtendedRequest: vi.fn(async () => ({ errorCode: 1017077 })) })
  await music.chart('1')
  await offered()[0]?.run()
  expect(edit).toHaveBeenCalledWith(1017077)
  music.close()
  expect(offered()).toEqual([])
})

const searched = { errorCode: 0, result: { data: { songs: [{ song_id: 'song-1', vendor_id: 2 }] } } }
const ordered = { errorCode: 0, resource: { data: { resources: [{ resource_id: 'z_2_song-1_1' }] } } }

test('what a search finds stays until something else is found', async () => {
  const sendExtendedRequest = vi.fn(async () => searched as object)
  const { music } = setUp({ sendExtendedRequest })
  await music.search('moon', 2, 1)
  const found = { by: 'Songs with moon', songs: [{ songID: 'song-1', name: 'song-1', vendorID: 2 }] }
  expect(music.state.get().found).toEqual(found)
  sendExtendedRequest.mockResolvedValueOnce({ errorCode: 1017077 })
  await music.chart('1')
  expect(music.state.get().found).toEqual(found)
  sendExtendedRequest.mockResolvedValueOnce({ errorCode: 0, result: { data: { songs: [] } } })
  await music.chart('22004')
  expect(music.state.get()).toMatchObject({
    found: { by: 'Chart 22004', songs: [] },
    there: 'No song was found',
  })
})

test('a search that resolves with nothing was lost', async () => {
  const sendExtendedRequest = vi.fn(async () => ({ errorCode: 0, result: {} }) as object)
  const { music, offered } = setUp({ sendExtendedRequest })
  await music.search('moon', 2, 1)
  expect(music.state.get().found).toBeUndefined()
  sendExtendedRequest.mockResolvedValueOnce(searched)
  await offered()[0]?.run()
  expect(music.state.get().found?.songs).toHaveLength(1)
})

test.each([
  ['a search', 'sendExtendedRequest', searched, 'found', { by: 'Songs with moon' }],
  ['an order', 'requestResource', ordered, 'given', { resourceID: 'z_2_song-1_1' }],
  ['a song to be heard', 'download', { errorCode: 0, urls: ['blob:song'] }, 'playing', 'blob:song'],
  ['the opening', 'initCopyrightedMusic', 0, 'phase', 'open'],
] as const)('%s that is tried again is kept like the first', async (_, method, answer, kept, what) => {
  const call = vi.fn(async () => answer as unknown)
  call.mockResolvedValueOnce({ errorCode: 1017097 })
  const { music, offered } = setUp({ [method]: call })
  await {
    sendExtendedRequest: () => music.search('moon', 2, 1),
    requestResource: () => music.order(wish),
    download: () => music.listen('z_2_song-1_1'),
    initCopyrightedMusic: () => music.open(),
  }[method]()
  expect(offered().map(({ label }) => label)).toEqual(['Try again'])
  await offered()[0]?.run()
  expect(music.state.get()).toMatchObject({ [kept]: what })
})

test('each song that was ordered has a file, until music is closed', async () => {
  const { music } = setUp({ requestResource: vi.fn(async () => ordered) })
  await music.order(wish)
  await music.order({ ...wish, vendorID: 4 })
  expect([...music.state.get().files.keys()]).toEqual(['2/song-1', '4/song-1'])
  expect(music.state.get().files.get(songKey(wish))).toBe('z_2_song-1_1')
  music.close()
  expect(music.state.get()).toEqual({ phase: 'closed', there: '', files: new Map() })
})

test('what comes after music was closed is not kept', async () => {
  const answer = postponed<number>()
  const { music, problems } = setUp({ initCopyrightedMusic: vi.fn(() => answer.promise) })
  const open = music.open()
  music.close()
  answer.resolve(0)
  await open
  expect(music.state.get().phase).toBe('closed')
  expect(problems.open.get()).toEqual([])
})

test('a module that could not be loaded is loaded anew', async () => {
  const { music, load, offered } = setUp({ initCopyrightedMusic: vi.fn(async () => 0) })
  load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
  await music.open()
  expect(music.state.get().phase).toBe('closed')
  await offered()[0]?.run()
  expect(music.state.get().phase).toBe('open')
  expect(load).toHaveBeenCalledTimes(2)
})

test('of several songs it is the last one that is requested again', async () => {
  const requestResource = vi.fn(async () => ordered)
  const { music, offered } = setUp({ requestResource, download: vi.fn(async () => ({ errorCode: 1017019 })) })
  await music.order(wish)
  await music.order({ ...wish, songID: 'song-2' })
  await music.download('z_2_song-2_1')
  await offered()[0]?.run()
  expect(requestResource).toHaveBeenLastCalledWith({ songID: 'song-2', vendorID: 2, mode: 0 }, 0)
})
