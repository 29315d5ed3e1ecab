/** A build of the SDK and the name it is installed by. */
export interface Sdk {
  readonly version: string
  readonly module: string
}

/** Which build a worker's pages load. */
export interface SdkOption {
  sdk: Sdk
}

export const newest: Sdk = { version: '3.12.0', module: 'zego-express-engine-webrtc' }

/** From the oldest build that apps are known to ship to the newest. */
export const sdks: readonly Sdk[] = [
  { version: '2.26.2', module: 'zego-sdk-2-26' },
  { version: '3.0.0', module: 'zego-sdk-3-0' },
  { version: '3.2.0', module: 'zego-sdk-3-2' },
  { version: '3.5.0', module: 'zego-sdk-3-5' },
  { version: '3.10.0', module: 'zego-sdk-3-10' },
  { version: '3.11.0', module: 'zego-sdk-3-11' },
  newest,
]
