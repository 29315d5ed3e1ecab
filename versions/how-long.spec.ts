import type { Faults } from '../fixtures/index.ts'
import { type CodeRow, lookup } from '../src/codes/index.ts'
import { waits } from '../src/codes/takes.ts'
import { slowness } from '../src/machine/slowness.ts'
import { givesNever } from '../src/observe/by-version.ts'
import type { App } from './app.ts'
import { expect, test } from './test.ts'

/** Situations of codes that take their time, on the real clock; each returns when the time begins, in ms of `Date.now()`. */
const situations: Readonly<Record<number, (app: App, faults: Faults) => Promise<number>>> = {
  1000017: async (app, faults) => {
    await app.join()
    return (await faults.network.cut('signaling')).at
  },
  1103028: async (app, faults) => {
    await app.goLive()
    return (await faults.network.cut('media')).at
  },
  1103030: async (app, faults) => {
    await faults.media.withoutCandidates()
    await app.tryToGoLive()
    return Date.now()
  },
  1103060: async (app, faults) => {
    await faults.media.silence('CreateSessionWithSdpReq', { once: true })
    await app.tryToGoLive()
    return Date.now()
  },
}

for (const [code, produce] of Object.entries(situations)) {
  test(`how long ${code} takes`, { tag: '@no-code' }, async ({ app, faults, sdk, zego }) => {
    const { takes }: CodeRow = lookup(Number(code))
    if (!takes) throw new Error(`The row of ${code} does not say how long it takes.`)
    const [from, to] = waits(takes, sdk.version) ? takes.seconds : [0, 0]
    const begun = await produce(app, faults)
    const claim = { via: 'event', timeout: 2_000 * Math.max(to, slowness()) } as const
    if (givesNever(Number(code), sdk.version)) return expect(zego).not.toSurface(Number(code), claim)
    await expect(zego).toSurface(Number(code), claim)
    const took = ((zego.surfaced(Number(code), 'event')?.at ?? 0) - begun) / 1_000
    expect(took).toBeGreaterThan(from - 1)
    expect(took).toBeLessThan(to + slowness())
  })
}
