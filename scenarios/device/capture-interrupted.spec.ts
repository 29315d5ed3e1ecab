import { sending } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

const rows = [
  { device: 'camera', stopped: 1106010, loose: 1106008 },
  { device: 'microphone', stopped: 1106009, loose: 1106007 },
] as const

// What a loose plug looks like to the SDK: the track is over, and the device is there all the same. A microphone cannot really come
// loose here, so what records from it crashes.
for (const { device, stopped, loose } of rows) {
  const tag = [`@${stopped}`, `@${loose}`, '@1103041']
  test(`the ${device} stops while live and is still connected`, { tag }, async ({ app, faults, zego }) => {
    await faults.time.control()
    await app.goLive()
    // A second after the one code, the SDK tells the other.
    const time = await faults.time.stop()
    const first = await faults.device.crash(device)
    await expect(zego).toSurface(stopped, { via: 'event:deviceError', since: first })
    // The SDK calls whoever listens by a timer.
    await faults.time.advance('0.1s')
    await expect(app).toReact(stopped, { device, since: first })
    await time.undo()
    await app.recover(sending(device))

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
