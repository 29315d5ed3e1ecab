import { HttpResponse, http } from 'msw'
import type { Engine } from '../engine.ts'
import { expect, tagsOf, test } from '../test.ts'
import { joinBeside, watching } from './picked-panel.ts'

test.use({ cloudConfiguration: { cdnPlayback: false } })

/** A site's own player, which is not asked for anything: there is no address to play. */
const player = `window.ZegoExpressPlayer = class {
  isSupportFLV = () => true
  isSupportHLS = () => true
  play() {}
  stop() {}
}`
const headers = { 'Content-Type': 'text/javascript' }

test('a stream is played from a CDN, which has no address for it', { tag: '@1104020' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  cloud.use(http.get('*/zego-express-player/*', () => new HttpResponse(player, { headers })))
  const picked = await joinBeside(app, 's1')
  const play = () => picked.watch('s1', 'CDN')
  await faults.misuse.call('playing from a CDN that the project does not have', play)
  await expect(zego).toSurface(1104020, { via: 'event:playerStateUpdate' })
  await expect(zego).toSurface(1104020, { via: 'api:startPlayingStream' })
  await expect(app).toReact(1104020)

  await app.recover(watching('s1'))
})

test('a stream is played from a CDN by a site without a player', { tag: '@1104001' }, async ({
  app,
  faults,
  zego,
}) => {
  const picked = await joinBeside(app, 's1')
  await faults.misuse.call('playing from a CDN without a player', () => picked.watch('s1', 'CDN'))
  await expect(zego).toSurface(1104001, { via: 'event:playerStateUpdate' })
  await expect(zego).toSurface(1104001, { via: 'api:startPlayingStream' })
  await expect(app).toReact(1104001)

  await app.comesBack(watching('s1'), 'from ZEGO instead', () => picked.watch('s1', 'ZEGO'))
})

/** Plays from a CDN without an element, with a player of the app's own or without. */
function playFromCdn({ page }: Engine, hasPlayer: boolean): Promise<void> {
  return page.evaluate((player) => {
    const nothing = () => {}
    const CDNPlayer = { isSupportFLV: () => true, isSupportHLS: () => true, play: nothing, stop: nothing }
    const options = { resourceMode: 1 as const, ...(player && { CDNPlayer }) }
    return window.reactTo('startPlayingStream', () => window.engine.startPlayingStream('s1', options))
  }, hasPlayer)
}

const lacking = [
  { code: 1104001, what: 'neither an element nor a player', hasPlayer: false },
  { code: 1104001, what: 'a player, but no element', hasPlayer: true },
]

test('a stream is played from a CDN with nothing to show it in', { tag: tagsOf(lacking) }, async ({
  cloud,
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await cloud.room(engine.roomId).join('guest').publish('s1')
  await engine.join()
  await eachRow(lacking, async ({ code, what, hasPlayer }) => {
    const play = () => playFromCdn(engine, hasPlayer)
    const misuse = await faults.misuse.call(`playing from a CDN with ${what}`, play)
    await expect(zego).toSurface(code, { via: 'event:playerStateUpdate', since: misuse })
    await expect(zego).toSurface(code, { via: 'api:startPlayingStream', since: misuse })
    await expect(engine).toReact(code)
    await engine.call('stopPlayingStream', 's1')
  })
})
