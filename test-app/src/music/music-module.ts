import { ZegoExpressEngine } from 'zego-express-engine-webrtc'
import type { Engine } from '../engine.ts'
import type { MusicModule } from './music.ts'

/** Loads the SDK's module for copyrighted music and makes its object, one for each engine. */
export async function loadMusic(engine: Engine): Promise<MusicModule> {
  const { CopyrightedMusic } = await import('zego-express-engine-webrtc/copyrighted-music/index.js')
  ZegoExpressEngine.use(CopyrightedMusic)
  return engine.createCopyrightedMusic() as unknown as MusicModule
}
