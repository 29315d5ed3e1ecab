import { setTimeout } from 'node:timers/promises'
import { test } from '../../scenarios/test.ts'
import { measured } from './measured.ts'

const WINDOW_MS = 5_000

for (const count of [1, 5, 20]) {
  test(`${count} virtual streams played by one page`, async ({ cloud, engine }, testInfo) => {
    const guest = cloud.room(engine.roomId).join('guest')
    for (let index = 0; index < count; index += 1) await guest.publish(`s${index}`)
    await engine.join()
    const idle = await cpuShare()
    await engine.page.evaluate(
      (streams) =>
        Promise.all(
          Array.from({ length: streams }, (_, index) => window.engine.startPlayingStream(`s${index}`)),
        ),
      count,
    )
    measured(testInfo, `CPU per stream/${count} streams`, ((await cpuShare()) - idle) / count)
  })
}

/** Per cent of one core that this process takes: the gateway, and what a test costs anyhow. */
async function cpuShare(): Promise<number> {
  const before = process.cpuUsage()
  await setTimeout(WINDOW_MS)
  const { user, system } = process.cpuUsage(before)
  return ((user + system) / 1_000 / WINDOW_MS) * 100
}
