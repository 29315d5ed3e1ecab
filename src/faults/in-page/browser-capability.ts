import type { StageName } from '../../browser/stages.ts'

interface Capability {
  /** Expression that is `false` in a page without the capability. */
  readonly present: string
  /** The stages whose flags take it away for real; absent where only a patch can. */
  readonly stages?: readonly StageName[]
  /** Expressions deleted from the page where no flag works. */
  readonly deletes?: readonly string[]
  /** Expressions that are `undefined` in the page, as blockers of fingerprints leave them. */
  readonly blanks?: readonly string[]
}

const canvas = "document.createElement('canvas')"

/** What a browser may lack. The flags of Chromium take away some; the rest is deleted from the page. */
export const capabilities = {
  getDisplayMedia: { present: `!!navigator.mediaDevices?.getDisplayMedia`, stages: ['old-browser'] },
  setSinkId: { present: `'setSinkId' in HTMLMediaElement.prototype`, stages: ['old-browser'] },
  RTCRtpScriptTransform: { present: `'RTCRtpScriptTransform' in window`, stages: ['old-browser'] },
  WebGL: { present: `!!${canvas}.getContext('webgl')`, stages: ['old-browser', 'no-webgl'] },
  WebGLRenderingContext: {
    present: `!!window.WebGLRenderingContext`,
    blanks: ['window.WebGLRenderingContext'],
  },
  WebAssembly: { present: `'WebAssembly' in window`, stages: ['old-browser'] },
  RTCPeerConnection: {
    present: `'RTCPeerConnection' in window`,
    deletes: ['window.RTCPeerConnection', 'window.webkitRTCPeerConnection'],
  },
  getUserMedia: {
    present: `'getUserMedia' in navigator || !!navigator.mediaDevices?.getUserMedia`,
    deletes: [
      'MediaDevices.prototype.getUserMedia',
      'Navigator.prototype.getUserMedia',
      'Navigator.prototype.webkitGetUserMedia',
    ],
  },
  enumerateDevices: {
    present: `!!navigator.mediaDevices?.enumerateDevices`,
    deletes: ['MediaDevices.prototype.enumerateDevices'],
  },
  AudioContext: {
    present: `'AudioContext' in window || 'webkitAudioContext' in window`,
    deletes: ['window.AudioContext', 'window.webkitAudioContext'],
  },
  createMediaStreamSource: {
    present: `'createMediaStreamSource' in (window.AudioContext?.prototype ?? {})`,
    deletes: ['AudioContext.prototype.createMediaStreamSource'],
  },
  WebSocket: { present: `'WebSocket' in window`, deletes: ['window.WebSocket'] },
  Worker: { present: `'Worker' in window`, deletes: ['window.Worker'] },
} satisfies Record<string, Capability>

/** Name of something that a browser may lack. */
export type CapabilityName = keyof typeof capabilities

/** @throws {TypeError} naming the valid ones */
export function capabilityOf(name: CapabilityName): Capability {
  if (Object.hasOwn(capabilities, name)) return capabilities[name]
  throw new TypeError(
    `There is no capability named ${JSON.stringify(name)}. Use one of: ${Object.keys(capabilities).join(', ')}.`,
  )
}
