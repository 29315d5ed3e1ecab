import { expect, tagsOf, test } from '../test.ts'
import { kinds, order, ordering, orderSong, startMusic } from './karaoke.ts'

const { song, accompaniment, clip, segment } = kinds
const all = [song, accompaniment, clip, segment]
const toSing = [accompaniment, clip, segment]

/** Orders that the service judges: it refuses them, or answers without handing anything out. */
const rows = [
  {
    code: 1017030,
    what: 'a song without a licence',
    types: all,
    wrong: [{ songID: 'unlicensed' }],
  },
  {
    code: 1017031,
    what: 'a song that may only be heard, to sing',
    types: toSing,
    wrong: [{ songID: 'to-hear' }],
  },
  {
    code: 1017032,
    what: 'on the monthly plan of a user who has none',
    types: all,
    wrong: [{ mode: 1 }],
  },
  {
    code: 1017033,
    what: 'a song that has no accompaniment, to sing',
    types: toSing,
    wrong: [{ songID: 'without-accompaniment' }],
  },
  {
    code: 1017034,
    what: 'a song of which nothing is there any more',
    types: all,
    wrong: [{ songID: 'taken-off' }],
  },
  {
    code: 1017042,
    what: 'with a way of billing that there is not',
    types: all,
    wrong: [{ mode: 9 }, { mode: '0' }],
  },
  {
    code: 1017052,
    what: 'of a vendor the project has no contract with',
    types: all,
    wrong: [{ vendorID: 1 }],
  },
  {
    code: 1017071,
    what: 'of a vendor that there is not',
    types: all,
    wrong: [{ vendorID: 3 }, { vendorID: '2' }],
  },
  {
    code: 1017072,
    what: 'a song that the vendor does not have',
    types: all,
    wrong: [{ songID: 'nothing' }, { vendorID: 4 }],
  },
  {
    code: 1017073,
    what: 'at the cost of a room owner who is not named',
    types: all,
    wrong: [{ mode: 3 }, { mode: 3, masterID: '' }],
  },
  {
    code: 1017076,
    what: 'for a scene the project was not granted',
    types: all,
    wrong: [{ sceneID: 99 }],
  },
]

test('orders that the service refuses', { tag: tagsOf(rows) }, async ({
  cloud,
  eachRow,
  engine,
  faults,
  zego,
}) => {
  const { music } = cloud
  music.add('unlicensed', { licence: 'none' })
  music.add('to-hear', { licence: 'listen' })
  music.add('without-accompaniment', { hasAccompaniment: false })
  music.add('taken-off', { file: undefined })
  await startMusic(engine)
  for (const legal of [{}, { mode: 2 }, { mode: 3, masterID: 'guest' }, { sceneID: 0 }, { vendorID: 0 }]) {
    const { value } = await engine.callMusic('requestResource', { ...order, ...legal }, song)
    expect(value).toMatchObject({ errorCode: 0 })
  }
  await eachRow(rows, async ({ code, types, wrong }) => {
    for (const settings of wrong) {
      const refused = await faults.input.argument({ ...order, ...settings }, { insteadOf: order })
      for (const method of ordering) {
        for (const type of types) await engine.callMusic(method, refused.value, type)
        await expect(zego).toSurface(code, { via: `api:${method}`, since: refused })
      }
      await expect(engine).toReact(code)
      const seen = zego.timeline.all.filter(({ at, codes }) => at >= refused.at && codes.includes(code))
      expect(seen.filter(({ channel }) => channel === 'api')).toHaveLength(2 * types.length)
    }
  })
})

test('a member of the monthly plan pays for a single song', { tag: '@1017043' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  cloud.music.members.add(engine.userId)
  await startMusic(engine)
  const legal = { ...order, mode: 1 }
  expect(await engine.callMusic('requestResource', legal, song)).toMatchObject({ value: { errorCode: 0 } })
  const single = await faults.input.argument({ ...order, mode: 0 }, { insteadOf: legal })
  await engine.callMusic('requestResource', single.value, song)
  await expect(zego).toSurface(1017043, { via: 'api:requestResource' })
  await expect(engine).toReact(1017043)
})

test('a shared song that nobody shared, and one more than once', { tag: ['@1017050', '@1017051'] }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  cloud.music.add('song-2')
  cloud.music.share(engine.roomId, { song: cloud.music.add('shared'), kind: 'song', by: 'guest' })
  await startMusic(engine)
  const fetch = (songID: string) => engine.callMusic('getSharedResource', { ...order, songID }, song)
  const unshared = await faults.input.argument('song-2', { insteadOf: 'shared' })
  await fetch(unshared.value)
  await expect(zego).toSurface(1017050, { via: 'api:getSharedResource' })
  await expect(engine).toReact(1017050)

  expect(await fetch('shared')).toMatchObject({ value: { errorCode: 0 } })
  const again = await faults.misuse.call('the shared song once more', () => fetch('shared'))
  await expect(zego).toSurface(1017051, { via: 'api:getSharedResource', since: again })
  await orderSong(engine, 'song', 'song-2')
  const own = await faults.misuse.call('the song that one has shared oneself', () => fetch('song-2'))
  await expect(zego).toSurface(1017051, { via: 'api:getSharedResource', since: own })
  await expect(engine).toReact(1017051)
})
