import { expect, test } from '../test.ts'

const l3 = 2

const accepted = [
  ...[undefined, {}, { codecTemplateID: 1 }, { adaptiveSwitch: false }],
  { adaptiveSwitch: true, resourceMode: l3, adaptiveTemplateIDList: [1] },
  // None of these is an option, and the SDK does not mind.
  ...[[], { resourceMode: 9 }, { video: 'yes' }, { adaptiveSwitch: 1 }],
]
const refused = [
  ...[null, 'video', 5, true],
  ...['1', 1.5, null, Number.NaN].map((codecTemplateID) => ({ codecTemplateID })),
  { adaptiveSwitch: true, adaptiveTemplateIDList: [1] },
  { adaptiveSwitch: true, resourceMode: l3 },
  { adaptiveSwitch: true, resourceMode: l3, adaptiveTemplateIDList: [] },
  { adaptiveSwitch: true, resourceMode: l3, adaptiveTemplateIDList: 1 },
]

test('invalid options for playing, and options that exclude each other', { tag: '@1104001' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  for (const options of accepted) {
    // Playing goes on to the media server.
    const start = Date.now()
    await engine.begin('startPlayingStream', 's1', options)
    await expect(zego).toSurface(0, { via: 'event:playerStateUpdate', since: start })
    await engine.call('stopPlayingStream', 's1')
  }
  for (const options of refused) {
    const input = await faults.input.argument(options, { insteadOf: {} })
    await engine.begin('startPlayingStream', 's1', input.value)
    await expect(zego).toSurface(1104001, { via: 'api:startPlayingStream', since: input })
  }
  const none = await faults.input.argument(null, { insteadOf: {} })
  await engine.call('startPlayingStream', 's1', none.value)
  await expect(engine).toReact(1104001)
})

test('sound is sent to an invalid speaker ID', { tag: '@1104001' }, async ({ engine, faults, zego }) => {
  await engine.open()
  const listenOn = (id: unknown) =>
    engine.page.evaluate((deviceID) => {
      const element = document.createElement('video')
      const call = () => window.engine.useAudioOutputDevice(element, deviceID as string)
      return window.reactTo('useAudioOutputDevice', call)
    }, id)
  for (const id of ['', null, 5]) {
    const input = await faults.input.argument(id, { insteadOf: 'default' })
    await listenOn(input.value)
    await expect(zego).toSurface(1104001, { via: 'api:useAudioOutputDevice', since: input })
  }
  await expect(engine).toReact(1104001)
})
