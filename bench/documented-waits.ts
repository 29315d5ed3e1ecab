import type { Run } from './runs.ts'

/** What a scenario of a code sits out, as documented or seen with the real SDK on the real clock. */
const waits: Readonly<Record<string, string>> = {
  '@1000017': 'link lost: 8 s until it is told, then the reconnect',
  '@1002031': 'retry window of a room, set to 5 s',
  '@1005010': 'three tries of 4 to 5 s each',
  '@1005011': 'three tries of 4 to 5 s each',
  '@1009010': 'answer to a message, 8 s',
  '@1100002': 'answer to a request, 8 s',
  '@1102001': 'heartbeat without an answer, 90 s',
  '@1102013': 'answer to a request, 8 s',
  '@1103028': 'ICE disconnected (5 s, Chromium), then 15 s',
  '@1103030': 'connection to the gateway, 25 s, then the next try',
  '@1103060': 'answer to a session request, 5 to 7 s',
  '@1104028': 'ICE disconnected (5 s, Chromium), then 15 s',
  '@1104036': 'answer to a session request, 5 to 7 s',
}

/** The SDK's own time-out that a run shortens; empty where it is none. */
export function documentedWait({ tags, record }: Run): string {
  const longest = Math.max(...(record?.receipts ?? []).map(({ evidence }) => Number(evidence.movedMs ?? 0)))
  if (longest >= 300_000) return 'retry window, 300 s'
  return tags.map((tag) => waits[tag] ?? waits[`@${tag}`]).find(Boolean) ?? ''
}
