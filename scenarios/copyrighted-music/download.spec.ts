import { expect, test } from '../test.ts'
import { converterReady, orderSong, startMusic } from './karaoke.ts'

const files = '*/files/*'

test('a song is downloaded while its download runs', { tag: '@1017012' }, async ({
  engine,
  faults,
  zego,
}) => {
  await startMusic(engine)
  await converterReady(engine)
  const id = await orderSong(engine, 'song')
  const thrice = (resourceId: string) =>
    engine.page.evaluate(async (id) => {
      const first = window.music.download(id)
      const second = window.reactTo('download', () => window.music.download(id))
      const third = window.music.download(id)
      await second
      return Promise.all([first, third])
    }, resourceId)
  const { evidence } = await faults.misuse.call('two more downloads at once', () => thrice(id))
  await expect(zego).toSurface(1017012, { via: 'api:download' })
  // The second call clears the mark of the first, so that a third is no mistake.
  expect(evidence).toMatchObject({ ending: [{ errorCode: 0 }, { errorCode: 0 }] })
  expect(await engine.callMusic('download', id)).toMatchObject({ value: { errorCode: 0 } })
})

test('the file of a song is no song', { tag: '@1017015' }, async ({ engine, faults, zego }) => {
  await startMusic(engine)
  await converterReady(engine)
  const id = await orderSong(engine, 'song')
  const answer = await faults.http.answer(files, { json: { damaged: true } })
  await engine.callMusic('download', id)
  await expect(zego).toSurface(1017015, { via: 'api:download' })
  await expect(engine).toReact(1017015)

  await answer.undo()
  expect(await engine.callMusic('download', id)).toMatchObject({ value: { errorCode: 0 } })
})

test('a song is downloaded without a network, or from a server that fails', { tag: '@1017098' }, async ({
  engine,
  faults,
  zego,
}) => {
  await startMusic(engine)
  await converterReady(engine)
  const id = await orderSong(engine, 'song')
  const failing = await faults.http.answer(files, { status: 500 })
  await engine.callMusic('download', id)
  await expect(zego).toSurface(1017098, { via: 'api:download', since: failing })
  await failing.undo()
  const offline = await faults.network.offline()
  await engine.callMusic('download', id)
  await expect(zego).toSurface(1017098, { via: 'api:download', since: offline })
  await expect(engine).toReact(1017098)

  await faults.network.heal()
  expect(await engine.callMusic('download', id)).toMatchObject({ value: { errorCode: 0 } })
})
