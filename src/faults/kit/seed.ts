/** A number that depends on a text and nothing else (FNV-1a, 32 bits), so that a test's title seeds its random values. */
export function seedOf(title: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(title)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}
