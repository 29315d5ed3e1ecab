/**
 * A stream ID that no other page uses: the SDK takes letters, digits, `-` and `_` only, up to 256 of them, and refuses an ID
 * that is already live in the room.
 */
export function newStreamID(userID: string, source: 'camera' | 'screen'): string {
  const owner = userID.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 64)
  const salt = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
  return `${owner}-${source}-${salt.toString(36)}`
}
