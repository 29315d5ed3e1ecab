/**
 * The ID that the app gave a stream. In ZEGO's test environment (an app whose server is `wss://webliveroom-test.…`) the SDK names it
 * by the app too, `zegotest-1234567890-stream`, to the gateway, the mixer and the CDN, but not to the room.
 */
export function streamIdOf(asked: string): string {
  return asked.replace(/^zegotest-\d+-/, '')
}
