/**
 * Which argument of an event carries the result code (or an object that does), by the SDK's own type declarations
 * (`ZegoRTMEvent`, `ZegoRTCEvent`, `ZegoRangeAudioEvent`; `hallStateUpdate` only up to 2.26).
 */
export const codePositions: Readonly<Record<string, number>> = {
  roomStateChanged: 2,
  roomStateUpdate: 2,
  hallStateUpdate: 1,
  publisherStateUpdate: 0,
  playerStateUpdate: 0,
  deviceError: 0,
  beautyEffectError: 1,
  backgroundEffectError: 1,
  aiDenoiseError: 0,
  voiceChangerError: 0,
  microphoneStateUpdate: 1,
}

/** Methods of `ZegoCopyrightedMusic` whose result is the code itself, 0 for success. */
export const codesAsResults: ReadonlySet<string> = new Set([
  'initCopyrightedMusic',
  'startScore',
  'stopScore',
  'pauseScore',
  'resumeScore',
  'resetScore',
])
