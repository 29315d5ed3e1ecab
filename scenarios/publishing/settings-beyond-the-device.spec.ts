import { expect, test } from '../test.ts'
import { PicturePanel, pictureIs } from './picture-panel.ts'

const impossible = { frameRate: { min: 500 } }

test('a pace that the camera cannot reach is asked for while live', { tag: '@1103029' }, async ({
  app,
  faults,
  zego,
}) => {
  const picture = new PicturePanel(app)
  await app.goLive()
  const { value: frames } = await faults.input.argument('500', {
    insteadOf: '5',
    arrivesAs: { frameRate: { min: 500 } },
  })
  await picture.change('320×240', frames)
  await expect(zego).toSurface(1103029, { via: 'api:setVideoConfig' })
  await expect(app).toReact(1103029)

  const smaller = '320×240, at least 5 frames a second'
  await app.comesBack(pictureIs(smaller), 'a slower pace', () => picture.change('320×240', '5'))
})

test('what of the settings of a picture is a wish, and what a bound', { tag: '@1103029' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  const stream = await engine.stream()
  const camera = { videoQuality: 4, width: 7_680, height: 4_320, frameRate: 500, bitrate: 300 }
  expect(await engine.call('createStream', { camera })).toMatchObject({ how: 'resolved' })
  // Without a bound it is a wish. Of a width and a height the bounds are lost on the way.
  for (const wish of [{ frameRate: 500 }, { width: { exact: 7_000 } }, { width: 7_680, height: 4_320 }])
    expect(await engine.call('setVideoConfig', stream, wish)).toMatchObject({ value: { errorCode: 0 } })

  const config = await faults.input.argument<object>(impossible, { insteadOf: { frameRate: { min: 5 } } })
  const ending = await engine.call('setVideoConfig', stream, config.value)
  await expect(zego).toSurface(1103029, { via: 'api:setVideoConfig' })
  expect(ending).toMatchObject({
    how: 'resolved',
    value: { extendedData: 'OverconstrainedError constraint:frameRate' },
  })

  // The SDK keeps what was refused, and asks for it again until it is told otherwise.
  const size = { width: 320, height: 240 }
  expect(await engine.call('setVideoConfig', stream, size)).toMatchObject({ value: { errorCode: 1103029 } })
  for (const legal of [{ frameRate: 15 }, size])
    expect(await engine.call('setVideoConfig', stream, legal)).toMatchObject({ value: { errorCode: 0 } })
})

test('settings for a microphone that is not allowed any more', { tag: '@1103029' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  const stream = await engine.stream()
  await faults.permission.deny('microphone')
  const ending = await engine.call('setAudioConfig', stream, { ANS: true })
  await expect(zego).toSurface(1103029, { via: 'api:setAudioConfig' })
  expect(ending).toMatchObject({ how: 'resolved', value: { extendedData: 'NotAllowedError ' } })

  await faults.permission.grant('microphone')
  expect(await engine.call('setAudioConfig', stream, { ANS: true })).toMatchObject({
    value: { errorCode: 0 },
  })
})
