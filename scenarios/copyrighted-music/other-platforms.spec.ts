import type { Ending } from '../engine.ts'
import { expect, tagsOf, test } from '../test.ts'
import { converterReady, orderSong, startMusic } from './karaoke.ts'

/** What only other platforms give: on the web the app plays a downloaded song itself, from an address in memory. */
const rows = [
  { code: 1017005, says: /starting point is not within the song/ },
  { code: 1017006, says: /position is not within the song/ },
  { code: 1017007, says: /volume must be between 0 and 200/ },
  { code: 1017011, says: /no space left on this device/ },
  { code: 1017013, says: /file of the song is gone/ },
  { code: 1017095, says: /does not offer this on the web/ },
]

test('what the music module does on other platforms only', { tag: tagsOf(rows) }, async ({
  app,
  engine,
  faults,
  zego,
}) => {
  await startMusic(engine)
  const isAbout = await engine.page.evaluate(() => {
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(window.music))
    return methods.filter((name) => /play|seek|volume|position|disk|space/i.test(name))
  })
  expect(isAbout).toEqual([])

  for (const { code, says } of rows) {
    const forced = await faults.signaling.force(code)
    await app.tryToJoin()
    await expect(zego).toSurface(code, { via: 'api:loginRoom', since: forced })
    await expect(app.alert).toContainText(says)
  }
})

// The documented way to miss a file. Only the address is void then, and the next download gives another one.
test('a downloaded song is cleared away before it is played', { tag: '@1017013' }, async ({
  app,
  engine,
  faults,
  zego,
}) => {
  await startMusic(engine)
  await converterReady(engine)
  const id = await orderSong(engine, 'song')
  const download = () => engine.callMusic('download', id)
  const addressOf = ({ value }: Ending) => (value as { urls: [string] }).urls[0]
  const isThere = (url: string) => engine.page.evaluate((url) => fetch(url).then(Boolean, () => false), url)
  const first = addressOf(await download())
  expect(await isThere(first)).toBe(true)
  await faults.misuse.call('clearing what is to be played', () => engine.callMusic('clearCache'))
  await expect(zego).not.toSurface(1017013)

  await faults.signaling.force(1017013)
  const before = { there: await isThere(first), again: await isThere(addressOf(await download())) }
  await app.tryToJoin()
  await expect(zego).toSurface(1017013, { via: 'api:loginRoom' })
  await expect(app.alert).toContainText(/file of the song is gone/)
  expect(before).toEqual({ there: false, again: true })
})
