import { expect, reply, test } from '../test.ts'
import { kinds, order, orderSong, startMusic } from './karaoke.ts'
import { MusicPanel } from './music-panel.ts'

const calls = [
  ['/song/url', 'requestResource', order, kinds.song],
  ['/song/accompany/clip_url/by_roomshare', 'getSharedResource', order, kinds.clip],
  ['/song/url/by_token', 'getSharedResourceByToken', { shareToken: 'order-1' }],
  ['/song/lyric', 'getLrcLyric', 'song-1', 2],
  ['/song/pitch', 'getStandardPitch', 'z_2_song-1_2'],
] as const
const search = ['sendExtendedRequest', '/search/song', { keyword: 'Song', page: 1 }] as const

test('a music request does not get to the service and back', { tag: '@1017010' }, async ({
  engine,
  faults,
  zego,
}) => {
  await startMusic(engine)
  await orderSong(engine, 'accompaniment')
  for (const answer of [reply.exception(20_010), reply.broken('body')]) {
    for (const [path, method, ...args] of calls) {
      const loss = await faults.signaling.answer(path, answer, { once: true })
      await engine.callMusic(method, ...args)
      await expect(zego).toSurface(1017010, { via: `api:${method}`, since: loss })
    }
    await expect(engine).toReact(1017010)
    // A command is said to have succeeded, with nothing in it.
    await faults.signaling.answer('/search/song', answer, { once: true })
    expect(await engine.callMusic(...search)).toMatchObject({ value: { errorCode: 0, result: {} } })
  }
  await orderSong(engine, 'song')
})

test('a search that gets lost is not taken for one that found nothing', { tag: '@no-code' }, async ({
  app,
  faults,
}) => {
  const panel = new MusicPanel(app.page)
  await app.join()
  await panel.press('Open music')
  await expect(panel.status).toHaveText('Music is open')
  await faults.signaling.answer('/search/song', reply.exception(20_010), { once: true })
  await panel.fill({ 'Search for': 'Song' })
  await panel.press('Search')
  // The SDK resolves with 0 and an empty result: the app has to see that nothing came.
  await expect(app.page.getByRole('alert')).toContainText('Nothing was found')
  await app.button('Try again').click()
  await expect(panel.status).toHaveText('Songs with Song')
})

test('a music request is never answered', { tag: '@1017010' }, async ({ engine, faults, zego }) => {
  await faults.time.control()
  await startMusic(engine)
  await faults.signaling.silence('/song/url', { once: true })
  await engine.beginMusic('requestResource', order, kinds.song)
  await faults.time.advance('30s')
  await expect(zego).toSurface(1017010, { via: 'api:requestResource' })
  await expect(engine).toReact(1017010)
  await orderSong(engine, 'song')
})

test('a song is ordered without a network', { tag: '@1017098' }, async ({ engine, faults, zego }) => {
  await faults.time.control()
  await startMusic(engine)
  await faults.network.offline()
  await engine.beginMusic('requestResource', order, kinds.song)
  await faults.time.advance('30s')
  await expect(zego).toSurface(1017098, { via: 'api:requestResource' })
  await expect(engine).toReact(1017098)
})
