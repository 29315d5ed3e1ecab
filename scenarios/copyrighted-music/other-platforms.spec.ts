import type { Ending } from '../engine.ts'
import { heard } from '../heard.ts'
import { expect, forcedTagsOf, tagsOf, test } from '../test.ts'
import { converterReady, orderSong, startMusic } from './karaoke.ts'

/** What the app's own media element makes of what only other platforms refuse: it knows no code. */
const played = [
  { code: 1017005, what: 'a start beyond the end', wrong: { currentTime: 1e6 } },
  { code: 1017006, what: 'a jump before the beginning', wrong: { currentTime: -5 } },
  { code: 1017007, what: 'a volume of 201 percent', wrong: { volume: 2.01 } },
] as const

// On the web an app plays what it downloaded by itself, from an address in memory.
test('a song is played as no other platform would', { tag: tagsOf(played) }, async ({
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await startMusic(engine)
  await converterReady(engine)
  const id = await orderSong(engine, 'song')
  await eachRow(played, async ({ code, what, wrong }) => {
    const play = async () => {
      const { value } = await engine.callMusic('download', id)
      const { urls } = value as { urls: [string] }
      return engine.page.evaluate(
        ([url, settings]) => {
          try {
            Object.assign(new Audio(url), settings)
            return 'taken'
          } catch (refusal) {
            return String(refusal)
          }
        },
        [urls[0], wrong] as const,
      )
    }
    const misuse = await faults.misuse.call(what, play)
    await expect(zego).toSurface(0, { via: 'api:download', since: misuse })
    await expect(zego).not.toSurface(code, { since: misuse })
  })
})

test('a function of the music module that the web does not have', { tag: '@1017095' }, async ({
  engine,
  faults,
  zego,
}) => {
  await startMusic(engine)
  const call = () =>
    engine.page.evaluate(() => void setTimeout(() => Reflect.get(window.music, 'setPlayVolume')(50)))
  await faults.misuse.call('setting the volume that other platforms play at', call)
  await heard(zego, 'pageerror', 'is not a function')
  await expect(zego).not.toSurface(1017095)
})

// The documented way to miss a file. Only the address is void then, and the next download gives another one.
test('a downloaded song is cleared away before it is played', { tag: '@1017013' }, async ({
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
  const clear = await faults.misuse.call('clearing what is to be played', async () => {
    await engine.callMusic('clearCache')
    return download()
  })
  await expect(zego).toSurface(0, { via: 'api:download', since: clear })
  await expect(zego).not.toSurface(1017013)
  expect(await isThere(first)).toBe(false)
  expect(await isThere(addressOf(clear.evidence.ending as Ending))).toBe(true)
})

/** What an app says to codes that only other platforms give. */
const forced = [
  { code: 1017005 },
  { code: 1017006 },
  { code: 1017007 },
  { code: 1017011 },
  { code: 1017013 },
  { code: 1017095 },
]

test('what the app makes of music codes of other platforms', { tag: forcedTagsOf(forced) }, async ({
  app,
  eachRow,
  faults,
  zego,
}) => {
  await eachRow(forced, async ({ code }) => {
    const told = await faults.signaling.force(code)
    await app.tryToJoin()
    await expect(zego).toSurface(code, { via: 'api:loginRoom', since: told })
    await expect(app).toReact(code)
  })
})
