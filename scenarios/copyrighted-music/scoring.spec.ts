import type { Engine } from '../engine.ts'
import { expect, tagsOf, test } from '../test.ts'
import { orderSong, startMusic } from './karaoke.ts'

/** What a score is started with, apart from the song. */
interface Singing {
  readonly resourceID: string | null
  readonly hasMicrophone: boolean
  readonly hasPlayer: boolean
}

const accompaniment: Singing = { resourceID: 'z_2_song-1_2', hasMicrophone: true, hasPlayer: true }

/** What the module finds out by itself; of several mistakes it says the last. */
const rows: readonly { code: number; what: string; wrong: readonly Partial<Singing>[] }[] = [
  {
    code: 1017020,
    what: 'with a recording',
    wrong: [{ resourceID: 'z_2_song-1_1' }],
  },
  {
    code: 1017034,
    what: 'with a song that was not ordered',
    wrong: [{ resourceID: 'z_2_song-2_2' }],
  },
  {
    code: 1017040,
    what: 'without a microphone, or a player',
    wrong: [{ hasMicrophone: false }, { hasPlayer: false }],
  },
  {
    code: 1017053,
    what: 'with a song of a vendor that has no scores, or none',
    wrong: [{ resourceID: 'z_4_song-4_2' }, { resourceID: '' }],
  },
]

test('scoring is started with what cannot be scored', { tag: tagsOf(rows) }, async ({
  cloud,
  eachRow,
  engine,
  faults,
  zego,
}) => {
  cloud.music.add('song-4', { vendor: 4 })
  await startMusic(engine)
  await orderSong(engine, 'song')
  await orderSong(engine, 'accompaniment')
  await engine.callMusic('requestResource', { songID: 'song-4', vendorID: 4, mode: 0 }, 1)
  await prepareToSing(engine)
  await eachRow(rows, async ({ code, wrong }) => {
    for (const mistake of wrong) {
      const singing = await faults.input.argument(
        { ...accompaniment, ...mistake },
        { insteadOf: accompaniment, arrivesAs: 'resourceID' in mistake ? mistake.resourceID : {} },
      )
      await startScore(engine, singing.value)
      await expect(zego).toSurface(code, { via: 'api:startScore', since: singing })
      await expect(engine).toReact(code)
    }
  })
})

/** Gives the page a microphone and a player; neither crosses over from here. */
async function prepareToSing(engine: Engine): Promise<void> {
  await engine.page.evaluate(async () => {
    const stage = window as unknown as { microphone: unknown; player: unknown }
    stage.microphone = await window.engine.createStream({ camera: { video: false, audio: true } })
    stage.player = new Audio()
  })
}

async function startScore(engine: Engine, singing: Singing): Promise<void> {
  await engine.page.evaluate(async ({ resourceID, hasMicrophone, hasPlayer }) => {
    const { microphone, player } = window as unknown as { microphone: unknown; player: unknown }
    const params = {
      resourceID,
      localStream: hasMicrophone ? microphone : {},
      player: hasPlayer ? player : {},
    }
    await window.reactTo('startScore', () => window.music.startScore(params as never))
  }, singing)
}
