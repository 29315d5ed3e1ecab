import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bundle } from '../../../testing/bundle.ts'
import { recordingUrl } from '../media/recordings.ts'
import { launchMediaBrowser, MediaPage } from '../testing/media-page.ts'

/** The gateway in the page, for the test to drive. */
const entry = `
  import { Desk } from '/src/cloud/exchange/desk.ts'
  import { Journal } from '/src/cloud/exchange/journal.ts'
  import { Gateway } from '/src/cloud/gateway/gateway.ts'
  import { pagePeers } from '/src/cloud/gateway/page/peers.ts'
  import { PageReplay } from '/src/cloud/gateway/page/replay.ts'
  import { ScriptedClient } from '/src/cloud/gateway/testing/scripted-client.ts'
  const desk = new Desk(new Journal(), (error) => console.error(error))
  const gateway = new Gateway(desk, { createPeer: pagePeers })
  const client = new ScriptedClient(gateway)
  Object.assign(window, {
    gateway,
    createSession: async (type, sdp) => {
      const { message } = await client.ask('CreateSessionWithSdpReq', { type, streamId: 's1', sdp, params: 'zguid=u' })
      if (message.result) throw new Error('result ' + message.result)
      return message.sdp
    },
    publishVirtual: async () => void gateway.publish('s1', await PageReplay.load(), 'virtual-1'),
    stats: (role) => gateway.find({ role })[0].peer.stats(),
  })
`
let browser: Browser
let script: string
let page: MediaPage

beforeAll(async () => {
  script = await bundle(entry, 'es')
  browser = await launchMediaBrowser()
}, 60_000)

afterAll(() => browser?.close())

beforeEach(async () => {
  page = await MediaPage.open(browser)
  const recording = await readFile(recordingUrl('VP8'))
  await page.page.route('**/*.rtp', (route) => route.fulfill({ body: recording }))
  await page.page.route('**/gateway.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  )
  await page.page.addScriptTag({ type: 'module', url: '/gateway.js' })
  return () => page.page.close()
})

test('a stream published in the page is played in the page', async () => {
  await createSession('camera', 0, await page.offerToPublish('camera', { codec: 'VP8' }))
  await createSession('viewer-1', 1, await page.offerToPlay('viewer-1'))
  expect((await page.frames('viewer-1', 10)).width).toBeGreaterThan(0)
  await page.page.waitForFunction("stats('publisher').bytesIn > 0 && stats('player').bytesOut > 0")
}, 30_000)

test('a virtual stream is played in the page', async () => {
  await page.page.evaluate('publishVirtual()')
  await createSession('viewer-1', 1, await page.offerToPlay('viewer-1'))
  expect((await page.frames('viewer-1', 10)).width).toBe(320)
}, 30_000)

test('a cut takes ICE from the client, and impossible conditions are refused', async () => {
  await page.page.evaluate('publishVirtual()')
  await createSession('viewer-1', 1, await page.offerToPlay('viewer-1'))
  await page.frames('viewer-1', 3)
  await expect(page.page.evaluate('gateway.path.loss(0.5)')).rejects.toThrow('neither lose nor delay packets')
  await page.page.evaluate('gateway.path.heal(); gateway.path.cut()')
  await page.ice('viewer-1', 'disconnected')
}, 30_000)

async function createSession(name: string, type: number, offer: string): Promise<void> {
  const call = `createSession(${type}, ${JSON.stringify(offer)})`
  await page.accept(name, (await page.page.evaluate(call)) as string)
  await page.ice(name, 'connected')
}
