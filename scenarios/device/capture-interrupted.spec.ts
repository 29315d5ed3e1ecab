import { sending } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

const rows = [
  { device: 'camera', label: 'Camera', nth: 1, stopped: 1106010, loose: 1106008 },
  { device: 'microphone', label: 'Microphone', nth: 2, stopped: 1106009, loose: 1106007 },
] as const

/** Names of the devices that a picture and its sound come from. */
const sourcesOf = (element: Element): string[] =>
  ((element as HTMLVideoElement).srcObject as MediaStream).getTracks().map(({ label }) => label)

// What a loose plug looks like to the SDK: the track is over, and the device is there all the same. A microphone cannot really come
// loose here, so what records from it crashes.
for (const { device, label, nth, stopped, loose } of rows) {
  const tag = [`@${stopped}`, `@${loose}`, '@1103041']
  test(`the ${device} stops while live and is still connected`, { tag }, async ({ app, faults, zego }) => {
    await faults.time.control()
    await app.join()
    const picker = app.page.getByLabel(label)
    await picker.selectOption({ index: nth })
    await app.button('Go live').click()
    await expect(app.publishing).toHaveText('Live')
    // A second after the one code, the SDK tells the other.
    const time = await faults.time.stop()
    const first = await faults.device.crash(device)
    await expect(zego).toSurface(stopped, { via: 'event:deviceError', since: first })
    // The SDK calls whoever listens by a timer.
    await faults.time.advance('0.1s')
    await expect(app).toReact(stopped, { device, since: first })
    await time.undo()
    await app.recover(sending(device))
    const chosen = await picker.locator('option:checked').innerText()
    expect(await app.page.getByLabel('Your preview').evaluate(sourcesOf)).toContain(chosen)

    // The SDK keeps a loose device to itself for 2 s after it has listed the devices.
    await faults.time.advance('3s')
    const isLoose = device === 'camera'
    const second = await (isLoose ? faults.device.loose(device) : faults.device.crash(device))
    await expect(zego).toSurface(loose, { via: 'event:deviceError', since: second })
    await expect(app).toReact(loose, { device, since: second })
    await app.recover(sending(device))
    await expect(zego).not.toSurface(1103041)
  })
}
