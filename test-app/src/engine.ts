import { ZegoExpressEngine } from 'zego-express-engine-webrtc'
import type { Config } from './config.ts'

/** The SDK's engine: one per page. */
export type Engine = ZegoExpressEngine

// By default the SDK writes hundreds of lines to the console in a session's first second.
ZegoExpressEngine.presetLogConfig({ logLevel: 'warn' })

/** A new engine for this ZEGO project. It opens its connection at once; it joins no room. */
export function createEngine({ appID, server, engine: settings, multiRoom }: Config): Engine {
  const engine = new ZegoExpressEngine(appID, server)
  if (settings) engine.setEngineConfig(settings)
  if (multiRoom) engine.enableMultiRoom(true)
  return engine
}
