import type { Page } from '@playwright/test'
import type { Injection } from '../../fixtures/index.ts'
import type { Reading } from '../../src/cloud/gateway/media/meter.ts'
import { type NetworkProfileName, networkProfiles } from '../../src/faults/kit/network-profiles.ts'
import { expect, test } from '../test.ts'

interface Measured {
  readonly up: Reading
  readonly down: Reading
}

const networks = Object.entries(networkProfiles).map(([name, { phases }]) => ({
  what: name as NetworkProfileName,
  phases,
}))

const measuredIn = ({ evidence }: Injection) => evidence.measured as Measured
const phasesOf = ({ evidence }: Injection) =>
  evidence.phases as readonly (Measured & { readonly phase: unknown })[]

/** Keeps the connections that the page makes, so that the browser can be asked what it saw. */
async function watchConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Native = RTCPeerConnection
    const connections: RTCPeerConnection[] = []
    Object.assign(window, {
      connections,
      RTCPeerConnection: class extends Native {
        constructor(configuration?: RTCConfiguration) {
          super(configuration)
          connections.push(this)
        }
      },
    })
  })
}

/** What the browser itself says: packets that came and that it misses, and how long a check of ICE took. */
function seenBy(page: Page): Promise<{ received: number; lost: number; roundTripMs: number }> {
  return page.evaluate(async () => {
    const seen = { received: 0, lost: 0, roundTripMs: 0 }
    for (const connection of (window as unknown as { connections: RTCPeerConnection[] }).connections)
      for (const entry of (await connection.getStats()).values()) {
        if (entry.type === 'inbound-rtp') {
          seen.received += entry.packetsReceived
          seen.lost += entry.packetsLost
        }
        if (entry.type === 'candidate-pair' && entry.nominated)
          seen.roundTripMs = Math.max(seen.roundTripMs, entry.currentRoundTripTime * 1_000)
      }
    return seen
  })
}

test.describe('what network.shape says it did', { tag: '@no-code' }, () => {
  test('the browser sees the same loss and delay', async ({ app, faults, page }) => {
    await watchConnections(page)
    await app.watch()
    const before = await seenBy(page)
    const lossy = await faults.network.shape({ loss: 0.1 }, { direction: 'down' })
    // The browser counts otherwise than the gateway what is late or comes twice: about as many.
    const share = async () => {
      const { received, lost } = await seenBy(page)
      const packets = received + lost - before.received - before.lost
      return packets > 300 ? (lost - before.lost) / packets : undefined
    }
    await expect.poll(async () => Math.abs(((await share()) ?? 1) - 0.1)).toBeLessThan(0.05)
    expect(Math.abs(measuredIn(lossy).down.loss - 0.1)).toBeLessThanOrEqual(0.01)
    await lossy.undo()

    const far = await faults.network.shape({ latencyMs: 250 })
    await expect.poll(async () => (await seenBy(page)).roundTripMs).toBeGreaterThanOrEqual(500)
    expect(Math.abs((measuredIn(far).down.delayMs ?? 0) - 250)).toBeLessThanOrEqual(10)
    await far.undo()
    await expect.poll(async () => (await seenBy(page)).roundTripMs).toBeLessThan(250)
  })

  test('every network by name is as it says, both ways', async ({ app, cloud, eachRow, faults }) => {
    test.slow()
    await app.watch()
    await app.button('Go live').click()
    await cloud.publishing()
    await eachRow(networks, async ({ what, phases }) => {
      const network = await faults.network.shape(what)
      const shaped = Object.keys(phases[0]).filter((key) => key in { up: 0, down: 0 })
      expect(Object.keys(measuredIn(network))).toEqual(shaped)
      await network.undo()
      expect(cloud.gateway.path.isImpaired).toBe(false)
    })
  })

  test('a narrow and uneven uplink drops what it cannot pass, and mixes up the rest', async ({
    app,
    faults,
  }) => {
    await app.goLive()
    const uneven = await faults.network.shape(
      { latencyMs: 40, jitterMs: 120, reorder: 0.1 },
      { direction: 'up' },
    )
    const { spreadMs, overtaken } = measuredIn(uneven).up
    expect(spreadMs).toBeGreaterThanOrEqual(60)
    expect(overtaken).toBeGreaterThanOrEqual(0.05)
    await uneven.undo()

    const narrow = await faults.network.shape({ rateKbps: 30, queueMs: 500 }, { direction: 'up' })
    const { rateKbps = 0 } = measuredIn(narrow).up
    expect(Math.abs(rateKbps / 30 - 1)).toBeLessThanOrEqual(0.1)
    await expect.poll(() => phasesOf(narrow)[0]?.up.dropped).toBeGreaterThan(0)
  })

  test('phases go by, what they did is measured, and the network is healthy afterwards', async ({
    app,
    cloud,
    faults,
  }) => {
    await app.watch()
    const phases = [
      { name: 'far', lasts: '1s', down: { latencyMs: 100 } },
      { name: 'gone', lasts: '1s', down: { loss: 1 } },
    ]
    const tunnel = await faults.network.shape({ phases })
    expect(cloud.gateway.path.isImpaired).toBe(true)
    await expect.poll(() => cloud.gateway.path.isImpaired).toBe(false)
    expect(phasesOf(tunnel)).toMatchObject([
      { phase: 'far' },
      { phase: 'gone', down: { loss: 1, arrived: 0 } },
    ])
    await app.sees('guest')
  })

  test('one of two people is far away, and the other one is not', async ({
    app,
    cloud,
    faults,
    newcomer,
  }) => {
    const pupil = await newcomer('pupil')
    await app.goLive()
    await pupil.goLive()
    await faults.for(pupil.page).network.shape({ latencyMs: 200 })
    const impaired = (user: string) =>
      cloud.gateway.find({ user }).map(({ path, role }) => [role, path.isImpaired] as const)
    expect(impaired('pupil')).toContainEqual(['publisher', true])
    expect(impaired('host')).toContainEqual(['publisher', false])
  })

  test('everything goes over one network, and each kind has its own receipt', async ({
    app,
    cloud,
    faults,
  }) => {
    await app.watch()
    const far = await faults.network.shape({ latencyMs: 150 }, { target: 'all', direction: 'down' })
    const { media, signaling } = far.evidence as Record<'media' | 'signaling', Injection['evidence']>
    for (const { measured } of [media, signaling])
      expect(Math.abs(((measured as Measured).down.delayMs ?? 0) - 150)).toBeLessThanOrEqual(10)
    await app.say('from far away')
    await expect(app.message('from far away', 'sent')).toBeVisible()
    expect(far.evidence.met).toBeGreaterThan(0)
    await far.undo()
    expect(cloud.gateway.path.isImpaired).toBe(false)
  })

  test('all may have no media, and signaling no connection yet', async ({ app, faults }) => {
    await app.open()
    const narrow = await faults.network.shape({ rateKbps: 500 }, { target: 'all', direction: 'up' })
    const { media, signaling } = narrow.evidence as Record<'media' | 'signaling', Injection['evidence']>
    expect(media.measured).toEqual({})
    expect(Math.abs(((signaling.measured as Measured).up.rateKbps ?? 0) / 500 - 1)).toBeLessThanOrEqual(0.1)
    await app.join()
    await narrow.undo()
    await app.say('wide again')
    await expect(app.message('wide again', 'sent')).toBeVisible()
  })

  test('nothing is shaped where there is nothing to measure', async ({ app, cloud, faults }) => {
    const { network } = faults
    await expect(network.shape('3g')).rejects.toThrow(/network\.shape was not injected.*no media session/s)
    await app.watch()
    await expect(network.shape('congested-uplink')).rejects.toThrow(
      /media that goes up: await cloud\.publishing\(\)/,
    )
    await expect(network.shape('congested-uplink', { direction: 'down' })).rejects.toThrow(
      /healthy in its first phase/,
    )
    await expect(network.shape({ loss: 5 })).rejects.toThrow(
      'loss is a share of lost packets, from 0 to 1, not 5',
    )
    await expect(network.shape('4g' as '3g')).rejects.toThrow('There is no network profile named 4g')
    await expect(network.shape('3g', { target: 'wifi' as 'all' })).rejects.toThrow(
      'No such network target: wifi',
    )
    await expect(network.shape({ rateKbps: 900_000 })).rejects.toThrow(/traffic that never fills 900000 kbit/)
    expect(cloud.gateway.path.isImpaired).toBe(false)
  })
})
