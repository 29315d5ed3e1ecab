import { expect, test } from '../test.ts'

const config = { width: 320, height: 240, frameRate: 15, bitrate: 300 }

test('a local stream that is not a stream of the SDK', { tag: '@1000018' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  for (const [method, argument, how] of [
    ['setVideoConfig', config, 'rejected'],
    ['setAudioConfig', {}, 'resolved'],
    ['useAudioDevice', 'default', 'resolved'],
  ] as const) {
    const act = () => engine.call(method, null, argument)
    const misuse = await faults.misuse.call(`${method} without a stream`, act)
    await expect(zego).toSurface(1000018, { via: `api:${method}`, since: misuse })
    expect(zego.surfaced(1000018, `api:${method}`)).toMatchObject({ outcome: how })
    await expect(engine).toReact(1000018)
  }

  // The text is added to on every failure; only the code can be relied on.
  const said = async () =>
    (await engine.call('useAudioDevice', null, 'default')).value as { extendedData: string }
  const [first, second] = [await said(), await said()]
  expect(second.extendedData.length).toBeGreaterThan(first.extendedData.length)

  // Documented for these as well, but the SDK answers with another code, or not at all.
  expect(await engine.call('useVideoDevice', null, 'default')).toMatchObject({
    value: { errorCode: 1100001 },
  })
  expect(await engine.call('destroyStream', null)).toEqual({ how: 'returned' })
  const foreign = await engine.foreignStream()
  expect(await engine.call('setVideoConfig', foreign, config)).toMatchObject({
    value: { errorCode: 1103044 },
  })
  expect(await engine.call('destroyStream', foreign)).toEqual({ how: 'returned' })
  expect(await foreign.evaluate(({ active }) => active)).toBe(true)
})
