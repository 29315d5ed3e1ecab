import { expect, test } from '../test.ts'

const kinds = [
  { kind: 'camera', option: 'videoInput', method: 'useVideoDevice' },
  { kind: 'microphone', option: 'audioInput', method: 'useAudioDevice' },
] as const

for (const { kind, option, method } of kinds) {
  test(`a ${kind} is remembered that is not there any more`, { tag: '@1103066' }, async ({
    engine,
    faults,
    zego,
  }) => {
    await engine.open()
    const camera = { videoQuality: 4, width: 7_680, height: 4_320, frameRate: 500, bitrate: 300 }
    expect(await engine.call('createStream', { camera })).toMatchObject({ how: 'resolved' })

    const { deviceID } = await faults.device.overConstrained(kind)
    const ending = await engine.call('createStream', { camera: { [option]: deviceID } })
    await expect(zego).toSurface(1103066, { via: 'api:createStream' })
    expect(ending).toMatchObject({
      how: 'rejected',
      value: { msg: expect.stringMatching(/such as deviceId$/) },
    })
    await expect(engine).toReact(1103066)

    await engine.call('createStream')
    await expect(engine.alert).toBeEmpty()
  })

  test(`switching to a ${kind} that is not there`, { tag: '@1103048' }, async ({ engine, faults, zego }) => {
    await engine.open()
    const stream = await engine.stream()
    const known = await engine.page.evaluate(async (kind) => {
      const { cameras, microphones } = await window.engine.enumDevices()
      return (kind === 'camera' ? cameras : microphones)[0]?.deviceID ?? ''
    }, kind)
    for (const id of ['unknown', '']) {
      const device = await faults.input.argument(id, { insteadOf: known })
      const ending = await engine.call(method, stream, device.value)
      await expect(zego).toSurface(1103048, { via: `api:${method}`, since: device })
      expect(ending).toMatchObject({ how: 'resolved' })
    }
    await expect(engine).toReact(1103048)

    await engine.call(method, stream, known)
    await expect(engine.alert).toBeEmpty()
  })
}
