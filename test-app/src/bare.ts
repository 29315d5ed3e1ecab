import { ZegoExpressEngine } from 'zego-express-engine-webrtc'

declare global {
  interface Window {
    ZegoExpressEngine: typeof ZegoExpressEngine
  }
}

/** The SDK and nothing else, for calls that no control of the sample app can make. Scenarios drive it. */
window.ZegoExpressEngine = ZegoExpressEngine
