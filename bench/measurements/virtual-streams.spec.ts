import { test } from '../../scenarios/test.ts'
import { measured } from './measured.ts'

const WINDOW_MS = 3_000

for (const count of [1, 5, 20]) {
  test(`${count} virtual streams played by one page`, async ({ cloud, engine }, testInfo) => {
    const guest = cloud.room(engine.roomId).join('guest')
    for (let index = 0; index < count; index += 1) await guest.publish(`s${index}`)
    await engine.join()
    await engine.page.evaluate(
      (streams) =>
        Promise.all(
          Array.from({ length: streams }, (_, index) => window.engine.startPlayingStream(`s${index}`)),
        ),
      count,
    )
    const before = process.cpuUsage()
    await engine.page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), WINDOW_MS)
    const { user, system } = process.cpuUsage(before)
    measured(testInfo, `CPU per stream/${count} streams`, ((user + system) / 1_000 / WINDOW_MS / count) * 100)
  })
}
