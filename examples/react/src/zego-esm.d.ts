// The ESM build comes without types beside it; they are those of the main build.
declare module 'zego-express-engine-webrtc/esm/ZegoExpressWebRTC.esm.js' {
  export { ZegoExpressEngine } from 'zego-express-engine-webrtc'
}
