/** Where in the stack of protocols something was not understood. */
export type Layer =
  | 'accesshub'
  | 'liveroom'
  | 'gateway'
  | 'mixer'
  | 'cdn'
  | 'music'
  | 'server'
  | 'telemetry'
  | 'http'

/**
 * A client sent something the cloud does not know or that breaks the protocol. The cloud never guesses and never
 * crashes: it reports the defect (`cloud.defects`), and the fixture fails the test with it.
 *
 * @example expect(cloud.defects).toEqual([])
 */
export class ProtocolDefect extends Error {
  override name = 'ProtocolDefect'
  /** The service that did not understand it. */
  readonly layer: Layer
  /** What it could not make sense of; empty where there are none to show. */
  readonly bytes: Uint8Array

  constructor(layer: Layer, what: string, bytes: Uint8Array = new Uint8Array()) {
    super(bytes.length ? `${layer}: ${what}; bytes: ${excerpt(bytes)}` : `${layer}: ${what}`)
    this.layer = layer
    this.bytes = bytes
  }
}

/** The first 64 bytes in hexadecimal, enough to recognise a message. */
export function excerpt(bytes: Uint8Array): string {
  const head = Array.from(bytes.subarray(0, 64), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return bytes.length > 64 ? `${head}… (${bytes.length} bytes)` : head
}

/** Runs a decoder and turns whatever it throws into a defect that names the message. */
export function decoding<T>(layer: Layer, what: string, bytes: Uint8Array, decode: () => T): T {
  try {
    return decode()
  } catch (error) {
    if (error instanceof ProtocolDefect) throw error
    throw new ProtocolDefect(layer, `${what} cannot be decoded (${(error as Error).message})`, bytes)
  }
}
