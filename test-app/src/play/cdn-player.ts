import type { Engine } from '../engine.ts'
import { loadVendorPlayer } from './vendor-player.ts'

/** What `startPlayingStream` plays with from a CDN: the vendor's player, in the element; no player where this site has none. */
export async function cdnPlayer(engine: Engine, video: HTMLVideoElement): Promise<object> {
  const Player = await loadVendorPlayer().catch(() => undefined)
  if (!Player) return { CDNVideo: video }
  return { CDNVideo: video, CDNPlayer: new Player(engine, { container: video, mode: 'live' }) }
}
