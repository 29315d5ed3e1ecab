import type { Browser } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Desk } from '../../exchange/desk.ts'
import { Journal } from '../../exchange/journal.ts'
import { Gateway } from '../gateway.ts'
import { Replay } from '../media/replay.ts'
import type { Session } from '../session.ts'
import { launchMediaBrowser, MediaPage } from '../testing/media-page.ts'
import { ScriptedClient } from '../testing/scripted-client.ts'
import { weriftPeers } from './peers.ts'
import { readRecording } from './recording-file.ts'

let browser: Browser
let page: MediaPage
let gateway: Gateway
let client: ScriptedClient
let errors: unknown[]

beforeAll(async () => {
  browser = await launchMediaBrowser()
}, 30_000)

afterAll(() => browser?.close())

beforeEach(async () => {
  errors = []
  gateway = new Gateway(new Desk(new Journal(), (error) => errors.push(error)), {
    createPeer: weriftPeers,
  })
  client = new ScriptedClient(gateway)
  page = await MediaPage.open(browser)
})

afterEach(async () => {
  await gateway.close()
  await page.page.close()
  expect(errors).toEqual([])
  expect(openHandles().sockets).toBe(0)
})

for (const codec of ['VP8', 'H264'] as const) {
  test(`${codec} of a publisher is decoded by two players, and every byte is counted`, async () => {
    const publisher = await publish(codec)
    const players = [await play('viewer-1'), await play('viewer-2')]
    for (const name of ['viewer-1', 'viewer-2']) expect((await page.frames(name, 15)).width).toBe(640)
    expect(publisher.peer.stats().bytesIn).toBeGreaterThan(20_000)
    for (const { peer } of players) {
      const { packetsIn, packetsOut, bytesOut, droppedOut } = peer.stats()
      expect(bytesOut).toBeGreaterThan(20_000)
      expect([packetsOut > 30, packetsIn > 0, droppedOut]).toEqual([true, true, 0])
    }
  }, 30_000)
}

test('a cut player loses ICE, and pictures go on after the cut heals', async () => {
  await publish('VP8')
  const player = await play('viewer-1')
  await page.frames('viewer-1', 5)
  player.peer.path.cut()
  const { packetsOut } = player.peer.stats()
  await page.ice('viewer-1', 'disconnected')
  expect(player.peer.stats().packetsOut).toBe(packetsOut)
  expect(player.peer.stats().droppedIn).toBeGreaterThan(0)
  expect(player.peer.stats().droppedOut).toBeGreaterThan(100)
  player.peer.path.heal()
  await page.ice('viewer-1', 'connected')
  const { framesDecoded } = await page.received('viewer-1')
  await page.frames('viewer-1', framesDecoded + 10)
}, 40_000)

test('a cut of the whole network holds for peers that come later', async () => {
  await publish('VP8')
  gateway.path.cut()
  const player = await play('viewer-1', 'checking')
  expect(player.isConnected).toBe(false)
  gateway.path.heal()
  await player.peer.connected
  await page.frames('viewer-1', 5)
}, 30_000)

test('lost packets are sent again, so that a bad network still shows pictures', async () => {
  await publish('VP8')
  const player = await play('viewer-1')
  player.peer.path.loss(0.2, 'down')
  player.peer.path.delay(30)
  await page.frames('viewer-1', 20)
  expect(player.peer.stats().droppedOut).toBeGreaterThan(5)
}, 30_000)

test('a publisher that comes back is shown by the player that stayed', async () => {
  await publish('VP8')
  await play('viewer-1')
  await page.frames('viewer-1', 5)
  const [publisher] = gateway.find({ role: 'publisher' })
  await page.close('camera')
  await publisher?.closed
  await publish('VP8')
  const { framesDecoded } = await page.received('viewer-1')
  await page.frames('viewer-1', framesDecoded + 15)
}, 30_000)

for (const codec of ['VP8', 'H264'] as const) {
  test(`a virtual ${codec} stream is decoded beyond its loop`, async () => {
    const recording = await readRecording(codec)
    const perRound = recording.packets.filter(({ kind, marker }) => kind === 'video' && marker).length
    gateway.publish('s1', new Replay(recording), 'virtual-1')
    await play('viewer-1')
    const { width, packetsLost } = await page.frames('viewer-1', perRound + 20)
    expect([width, packetsLost]).toEqual([320, 0])
  }, 30_000)
}

test('no socket and no timer outlives the gateway', async () => {
  const before = openHandles()
  gateway.publish('s1', new Replay(await readRecording('VP8')), 'virtual-1')
  const player = await play('viewer-1')
  player.peer.path.delay(1_000)
  await page.frames('viewer-1', 5)
  const during = openHandles()
  await gateway.close()
  expect([before.sockets, during.sockets, openHandles().sockets]).toEqual([0, 1, 0])
  await expect.poll(() => openHandles().timers).toBeLessThanOrEqual(before.timers)
}, 30_000)

test('a page that goes away ends its sessions', async () => {
  await publish('H264')
  await play('viewer-1')
  const sessions = gateway.find()
  await page.close('camera')
  await page.close('viewer-1')
  await Promise.all(sessions.map(({ closed }) => closed))
  expect(gateway.sessions.size).toBe(0)
}, 30_000)

async function publish(codec: 'H264' | 'VP8'): Promise<Session> {
  return negotiate('camera', 0, await page.offerToPublish('camera', { codec }))
}

async function play(name: string, until: RTCIceConnectionState = 'connected'): Promise<Session> {
  return negotiate(name, 1, await page.offerToPlay(name), until)
}

/** Makes a session as the SDK does, and waits for its connection. */
async function negotiate(
  name: string,
  type: number,
  sdp: string,
  until: RTCIceConnectionState = 'connected',
) {
  const created = await client.ask('CreateSessionWithSdpReq', {
    type,
    streamId: 's1',
    sdp,
    params: `zguid=${name}`,
  })
  expect(created.message.result).toBe(0)
  await page.accept(name, created.message.sdp)
  await page.ice(name, until)
  const session = gateway.sessions.get(created.session)
  if (!session) throw new Error(`The session of ${name} is over already`)
  if (until === 'connected') await session.peer.connected
  return session
}

/** UDP sockets and timers that keep this process alive; some timers are those of the test runner. */
function openHandles(): { sockets: number; timers: number } {
  const kinds = process.getActiveResourcesInfo()
  const count = (kind: string) => kinds.filter((other) => other === kind).length
  return { sockets: count('UDPWrap'), timers: count('Timeout') }
}
