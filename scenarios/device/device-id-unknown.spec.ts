import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

const kinds = [
  { kind: 'camera', label: 'Camera', method: 'useVideoDevice' },
  { kind: 'microphone', label: 'Microphone', method: 'useAudioDevice' },
] as const

const ids = [
  { code: 1103048, what: 'an ID that no device has', id: 'unknown' },
  { code: 1103048, what: 'no ID', id: '' },
]

for (const { kind, label, method } of kinds) {
  test(`a ${kind} is remembered that is not there any more`, { tag: '@1103066' }, async ({
    app,
    faults,
    zego,
  }) => {
    await app.open()
    const { deviceID } = await faults.device.overConstrained(kind)
    await app.page.evaluate(
      (devices) => localStorage.setItem('devices', devices),
      JSON.stringify({ [kind]: deviceID }),
    )
    await app.open()
    await app.join()
    await app.button('Go live').click()
    await expect(zego).toSurface(1103066, { via: 'api:createStream' })
    expect(zego.surfaced(1103066)?.payload).toMatchObject({
      error: { msg: expect.stringMatching(/such as deviceId$/) },
    })
    await expect(app).toReact(1103066)

    await app.page.getByLabel(label).selectOption('Default')
    await app.recover(live)
  })

  test(`switching to a ${kind} that is not there`, { tag: '@1103048' }, async ({
    eachRow,
    engine,
    faults,
    zego,
  }) => {
    await engine.open()
    const stream = await engine.stream()
    const known = await engine.page.evaluate(async (kind) => {
      const { cameras, microphones } = await window.engine.enumDevices()
      return (kind === 'camera' ? cameras : microphones)[0]?.deviceID ?? ''
    }, kind)
    await eachRow(ids, async ({ code, id }) => {
      const device = await faults.input.argument(id, { insteadOf: known })
      const ending = await engine.call(method, stream, device.value)
      await expect(zego).toSurface(code, { via: `api:${method}`, since: device })
      expect(ending).toMatchObject({ how: 'resolved' })
    })
    await expect(engine).toReact(1103048)

    await engine.call(method, stream, known)
    await expect(engine.alert).toBeEmpty()
  })
}
