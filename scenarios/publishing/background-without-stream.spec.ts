import { createRequire } from 'node:module'
import { expect, test } from '../test.ts'
import { small } from './effects.ts'
import { PicturePanel } from './picture-panel.ts'

const plugin = createRequire(import.meta.url).resolve(
  'zego-express-engine-webrtc/background-process/index.js',
)

test('a background is to be blurred before there is a picture', { tag: '@1103054' }, async ({
  app,
  faults,
  zego,
}) => {
  const picture = new PicturePanel(app)
  app.settings = { camera: small, modules: ['background'] }
  await app.join()
  await faults.misuse.call('a blurred background of nothing', () => picture.press('Blur background'))
  await expect(zego).toSurface(1103054, { via: 'api:enableBackgroundProcess' })
  await expect(app).toReact(1103054)

  await app.button('Start preview').click()
  await expect(app.button('Stop preview')).toBeVisible()
  await picture.press('Blur background')
  await expect(app.button('Show background')).toBeVisible()
})

test('a background for a stream that the engine does not know', { tag: '@1103054' }, async ({
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await engine.load()
  await engine.page.addScriptTag({ path: plugin })
  await engine.page.evaluate(() => window.ZegoExpressEngine.use(Reflect.get(window, 'BackgroundProcess')))
  await engine.create()
  const foreign = await engine.foreignStream()
  const destroyed = await engine.stream()
  await engine.call('destroyStream', destroyed)
  const unknown = [
    { what: 'a stream of getUserMedia', stream: foreign },
    { what: 'a stream that is destroyed', stream: destroyed },
  ]
  await eachRow(unknown, async ({ what, stream }) => {
    const blur = () => engine.call('enableBackgroundProcess', stream, true, 0)
    const misuse = await faults.misuse.call(`a blurred background of ${what}`, blur)
    await expect(zego).toSurface(1103054, { via: 'api:enableBackgroundProcess', since: misuse })
    expect(misuse.evidence).toMatchObject({ ending: { how: 'threw', value: { message: 'no preview' } } })
  })

  // Where nothing but the SDK is asked, it says something else: a code of its own, a general one, or only false.
  const configure = () => engine.call('setVideoConfig', foreign, { width: 320 })
  const settings = await faults.misuse.call('settings of a stream of getUserMedia', configure)
  await expect(zego).toSurface(1103044, { via: 'api:setVideoConfig', since: settings })
  await expect(zego).not.toSurface(1103054, { since: settings })
  for (const [method, argument, ending] of [
    ['setCaptureVolume', 50, { errorCode: 1100001 }],
    ['mutePublishStreamVideo', true, false],
    ['mutePublishStreamAudio', true, false],
  ] as const)
    expect(await engine.call(method, foreign, argument), method).toMatchObject({ value: ending })
})
