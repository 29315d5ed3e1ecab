import { expect, reply, test } from '../test.ts'
import { initialise, kinds, order, startMusic } from './karaoke.ts'

const calls: readonly (readonly [method: string, ...args: readonly unknown[]])[] = [
  ['requestResource', order, kinds.song],
  ['getSharedResource', order, kinds.song],
  ['getSharedResourceByToken', { shareToken: 'token' }],
  ['sendExtendedRequest', '/search/song', { keyword: 'Song', page: 1 }],
  ['getLrcLyric', 'song-1', 2],
  ['getKrcLyricByToken', 'token'],
]

test('music is asked for before the module is initialised', { tag: '@1017096' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  await engine.openMusic()
  for (const [method, ...args] of calls) {
    const early = await faults.misuse.call('before the module is initialised', () =>
      engine.callMusic(method, ...args),
    )
    await expect(zego).toSurface(1017096, { via: `api:${method}`, since: early })
    await expect(engine).toReact(1017096)
  }
  // A download knows of no song yet, and a score has no code at all.
  const download = await faults.misuse.call('a download before anything is ordered', () =>
    engine.callMusic('download', 'z_2_song-1_1'),
  )
  await expect(zego).toSurface(1017018, { via: 'api:download', since: download })
  const score = { resourceID: 'z_2_song-1_2', localStream: {}, player: {} }
  expect(await engine.callMusic('startScore', score)).toEqual({ how: 'rejected', value: 'not init' })

  expect(await initialise(engine)).toMatchObject({ value: 0 })
  const again = await engine.callMusic('requestResource', order, kinds.song)
  expect(again).toMatchObject({ value: { errorCode: 0 } })
  await expect(engine.alert).toBeEmpty()
})

test('music is asked for although initialising the module has failed', { tag: '@1017096' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  await engine.openMusic()
  await faults.signaling.answer('/auth/token', reply.code(100_002), { once: true })
  await initialise(engine)
  for (const [method, ...args] of calls) {
    await engine.callMusic(method, ...args)
    await expect(zego).toSurface(1017096, { via: `api:${method}` })
  }
  expect(await initialise(engine)).toMatchObject({ value: 0 })
})

test('the module is initialised before a login', { tag: '@1017009' }, async ({ engine, faults, zego }) => {
  await engine.open()
  await engine.openMusic()
  await faults.misuse.call('before a login', () => initialise(engine))
  await expect(zego).toSurface(1000002, { via: 'api:initCopyrightedMusic' })
  await expect(zego).not.toSurface(1017009)

  await engine.logIn()
  expect(await initialise(engine)).toMatchObject({ value: 0 })
})

test('the module gets no token of its own', { tag: ['@1017009', '@1017041'] }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  await engine.openMusic()
  for (const [number, code] of [
    [1, 1017009],
    [10_000, 1017041],
    [40_002, 1017041],
  ] as const) {
    const refusal = await faults.signaling.answer('/auth/token', reply.code(number), { once: true })
    await initialise(engine)
    await expect(zego).toSurface(code, { via: 'api:initCopyrightedMusic', since: refusal })
    await expect(engine).toReact(code)
  }
  expect(await initialise(engine)).toMatchObject({ value: 0 })
})

test('the AppID loses its right to music after the module was initialised', { tag: '@1017041' }, async ({
  engine,
  faults,
  zego,
}) => {
  await startMusic(engine)
  await faults.signaling.configure({ music: false })
  await engine.callMusic('requestResource', order, kinds.song)
  await expect(zego).toSurface(1017041, { via: 'api:requestResource' })
})
