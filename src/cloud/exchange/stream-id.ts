/**
 * The ID that the app gave a stream. In ZEGO's test environment (an app whose server is `wss://webliveroom-test.…`) the SDK names it
 * by the app too, `zegotest-1234567890-stream`, to the gateway, the mixer and the CDN, but not to the room.
 */
export function streamIdOf(asked: string): string {
  return asked.replace(/^zegotest-\d+-/, '')
}

/** How a session is asked for: by a stream, and maybe by a template to transcode it by, which the SDK adds to the ID. */
export interface StreamNamed {
  readonly streamId: string
  readonly transCodecSuffix?: string
}

/** The ID of the stream as it is published, whatever a player wants it to be transcoded to. */
export function publishedId({ streamId, transCodecSuffix = '' }: StreamNamed): string {
  const asked = streamIdOf(streamId)
  return transCodecSuffix && asked.endsWith(transCodecSuffix)
    ? asked.slice(0, -transCodecSuffix.length)
    : asked
}
