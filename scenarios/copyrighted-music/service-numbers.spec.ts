import { expect, reply, tagsOf, test } from '../test.ts'
import { kinds, order, orderSong, startMusic } from './karaoke.ts'

/** Numbers of the service, as `code` of an answer, and what the module makes of them whatever was asked. */
const rows: readonly { code: number; numbers: readonly number[]; without?: string }[] = [
  { code: 1017040, numbers: [4] },
  { code: 1017041, numbers: [10_000, 40_002] },
  { code: 1017042, numbers: [10_001, 10_006] },
  { code: 1017043, numbers: [10_002] },
  { code: 1017044, numbers: [10_003] },
  { code: 1017045, numbers: [10_005] },
  { code: 1017046, numbers: [10_007] },
  { code: 1017047, numbers: [10_008] },
  { code: 1017048, numbers: [10_009] },
  { code: 1017050, numbers: [10_011] },
  // Nobody shares anything here, so the service says this to whoever fetches, without being told to.
  { code: 1017051, numbers: [10_012], without: 'getSharedResource' },
  { code: 1017052, numbers: [10_013] },
  { code: 1017053, numbers: [10_014] },
  { code: 1017071, numbers: [40_001] },
  { code: 1017072, numbers: [40_004] },
  { code: 1017073, numbers: [40_003] },
  { code: 1017074, numbers: [40_005] },
  { code: 1017075, numbers: [40_006] },
  { code: 1017076, numbers: [40_007] },
  { code: 1017077, numbers: [40_008] },
  { code: 1017097, numbers: [100_002] },
  { code: 1017099, numbers: [5, 6, 10, 100_000] },
]

const calls = [
  ['/song/url', 'requestResource', order, kinds.song],
  ['/song/accompany/url/by_roomshare', 'getSharedResource', order, kinds.accompaniment],
  ['/song/url/by_token', 'getSharedResourceByToken', { shareToken: 'order-1' }],
  ['/song/lyric', 'getLrcLyric', 'song-1', 2],
  ['/song/accompany/krc', 'getKrcLyricByToken', 'order-1'],
  ['/song/pitch', 'getStandardPitch', 'z_2_song-1_2'],
  ['/search/song', 'sendExtendedRequest', '/search/song', { keyword: 'Song', page: 1 }],
] as const

test('numbers of the music service', { tag: tagsOf(rows) }, async ({ eachRow, engine, faults, zego }) => {
  await startMusic(engine)
  await orderSong(engine, 'accompaniment')
  await eachRow(rows, async ({ code, numbers, without }) => {
    const refused = calls.filter(([, method]) => method !== without)
    for (const number of numbers) {
      for (const [path, method, ...args] of refused) {
        const refusal = await faults.signaling.answer(path, reply.code(number), { once: true })
        await engine.callMusic(method, ...args)
        await expect(zego).toSurface(code, { via: `api:${method}`, since: refusal })
      }
    }
  })
})

/** What the module makes of a number that it does not know, by what was asked. */
const unknown = [
  { code: 1017010, call: calls[0] },
  { code: 1017010, call: calls[1] },
  { code: 1017099, call: calls[2] },
  { code: 1017048, call: calls[3] },
  { code: 1017048, call: calls[4] },
  { code: 1017049, call: calls[5] },
]

test('a number of the music service that the module does not know', { tag: tagsOf(unknown) }, async ({
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await startMusic(engine)
  await orderSong(engine, 'accompaniment')
  await eachRow(unknown, async ({ code, call: [path, method, ...args] }) => {
    for (const number of [1, 10_004, 999_999]) {
      const refusal = await faults.signaling.answer(path, reply.code(number), { once: true })
      await engine.callMusic(method, ...args)
      await expect(zego).toSurface(code, { via: `api:${method}`, since: refusal })
      await expect(engine).toReact(code)
    }
  })
})

test('the melody line of a song that has none', { tag: '@1017049' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  cloud.music.add('wordless', { pitch: undefined })
  await startMusic(engine)
  const whole = await orderSong(engine, 'accompaniment')
  const without = await orderSong(engine, 'accompaniment', 'wordless')
  const { value: id } = await faults.input.argument(without, { insteadOf: whole })
  await engine.callMusic('getStandardPitch', id)
  await expect(zego).toSurface(1017075, { via: 'api:getStandardPitch' })
  await expect(zego).not.toSurface(1017049)
})

test('the music service is busy', { tag: '@1017097' }, async ({ engine, faults, zego }) => {
  await startMusic(engine)
  await faults.signaling.answer('/song/url', reply.code(100_002), { once: true })
  await engine.callMusic('requestResource', order, kinds.song)
  await expect(zego).toSurface(1017097, { via: 'api:requestResource' })
  await expect(engine).toReact(1017097)
  await orderSong(engine, 'song')
  await expect(engine.alert).toBeEmpty()
})

test('a command without a number, and one that is refused with a number nobody knows', {
  tag: '@1017000',
}, async ({ engine, faults, zego }) => {
  await startMusic(engine)
  const search = () => engine.callMusic('sendExtendedRequest', '/search/song', { keyword: 'Song', page: 1 })
  const gateway = reply.with((answer: object) => Object.assign(answer, { code: 0, ret: { code: 4 } }))
  await faults.signaling.answer('/search/song', gateway, { once: true })
  await search()
  await expect(zego).toSurface(1017000, { via: 'api:sendExtendedRequest' })
  // Here alone an unknown number is no failure.
  await faults.signaling.answer('/search/song', reply.code(1), { once: true })
  expect(await search()).toMatchObject({ value: { errorCode: 0, result: { code: 1 } } })
})
