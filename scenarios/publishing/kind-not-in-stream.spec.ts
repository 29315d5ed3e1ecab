import type { JSHandle } from '@playwright/test'
import { expect, tagsOf, test } from '../test.ts'
import { PicturePanel, pictureIs } from './picture-panel.ts'

/** What there is to put into a stream. */
interface Have {
  readonly cameraID: string
  readonly picture: JSHandle
  readonly sound: JSHandle
}

/** Of which kind the stream has nothing, what is done to that kind all the same, and what the app says. */
interface Row {
  readonly code: number
  readonly what: string
  readonly without: 'video' | 'audio'
  readonly call: (have: Have) => readonly [method: string, argument: unknown]
}

const rows: readonly Row[] = [
  {
    code: 1103045,
    what: 'another camera',
    without: 'video',
    call: ({ cameraID }) => ['useVideoDevice', cameraID],
  },
  {
    code: 1103046,
    what: 'another microphone',
    without: 'audio',
    call: () => ['useAudioDevice', 'default'],
  },
  {
    code: 1103047,
    what: 'another picture',
    without: 'video',
    call: ({ picture }) => ['replaceTrack', picture],
  },
  {
    code: 1103047,
    what: 'another sound',
    without: 'audio',
    call: ({ sound }) => ['replaceTrack', sound],
  },
  {
    code: 1103047,
    what: 'other settings of the sound',
    without: 'audio',
    call: () => ['setAudioConfig', { ANS: true }],
  },
]

test('changing what the stream was created without', { tag: tagsOf(rows) }, async ({
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  const whole = await engine.stream()
  const lacking = {
    video: await engine.stream({ camera: { video: false } }),
    audio: await engine.stream({ camera: { audio: false } }),
  }
  const have: Have = {
    cameraID: await engine.page.evaluate(async () => (await window.engine.getCameras())[0]?.deviceID ?? ''),
    picture: await engine.page.evaluateHandle((stream) => stream.clone().getVideoTracks()[0], whole),
    sound: await engine.page.evaluateHandle((stream) => stream.clone().getAudioTracks()[0], whole),
  }
  await eachRow(rows, async ({ code, what, without, call }) => {
    const [method, argument] = call(have)
    const change = (stream: JSHandle) => engine.call(method, stream, argument)
    const misuse = await faults.misuse.call(`${what}, without ${without}`, () => change(lacking[without]))
    await expect(zego).toSurface(code, { via: `api:${method}`, since: misuse })
    // The promise is fulfilled: whoever only catches takes it for a success.
    expect(misuse.evidence).toMatchObject({ ending: { how: 'resolved' } })
    await expect(engine).toReact(code)

    expect(await change(whole)).toMatchObject({ value: { errorCode: 0 } })
  })
})

test('a stream without a picture gets another size of it', { tag: '@1103047' }, async ({
  app,
  faults,
  zego,
}) => {
  const picture = new PicturePanel(app)
  const preview = async (camera: string) => {
    await app.page.getByLabel('Camera').selectOption(camera)
    await app.button('Start preview').click()
    await app.button('Stop preview').waitFor()
  }
  await app.join()
  const { value: camera } = await faults.input.argument('No camera', {
    insteadOf: 'Default',
    arrivesAs: { camera: { video: false } },
  })
  await preview(camera)
  await picture.change('320×240', '5')
  await expect(zego).toSurface(1103047, { via: 'api:setVideoConfig' })
  await expect(app).toReact(1103047)

  await app.comesBack(pictureIs('320×240, at least 5 frames a second'), 'a camera', async () => {
    await app.button('Stop preview').click()
    await preview('Default')
    await picture.change('320×240', '5')
  })
})
