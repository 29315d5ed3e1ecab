/** Result of an answer about a session. What the SDK makes of each is in the rows of the codes named. */
export const result = {
  ok: 0,
  invalidParameters: 102,
  peerNotFound: 103,
  invalidSdp: 105,
  audioCodecMismatch: 107,
  videoCodecMismatch: 108,
  /** The SDK looks again every second: 1104039, then 1104031. */
  streamNotFound: 1004,
  /** Transcoding asked for with parameters the app does not have: 1004099. */
  invalidTranscoding: 1006,
  /** Outside the areas allowed: 1001021. */
  geofenced: 1021,
  appConfiguration: 2011,
  /** 1103019 */
  publishAuthFailed: 2012,
  /** 1104046 */
  playAuthFailed: 2013,
  wrongType: 2014,
  /** 1103021, 1104021 */
  internal: 2015,
  noNode: 2016,
} as const
