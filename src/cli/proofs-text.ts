import type { Explanation } from './explanation.ts'

/** What the last run proves of a row, a line for each proof; nothing where no run met it. */
export function proofsText({ lastRun }: Explanation): readonly string[] {
  if (!lastRun) return []
  const { situation, means, clock, channels, reaction, recovery, control } = lastRun.proofs
  const arrivals = channels.map(({ code, via, ended }) =>
    [code, via, ended].filter((part) => part !== null).join(' '),
  )
  return [
    `situation: ${situation.length > 0 ? `judged by ${situation.join(', ')}` : 'none'}`,
    `means: ${means ?? 'none'}${clock ? ', with the page’s clock replaced' : ''}`,
    `channel: ${arrivals.join(', ') || 'none'}`,
    `reaction: ${reaction === null ? 'none' : reaction === 'app' ? 'in the app' : 'on a page without an app'}`,
    `recovery: ${recovery.seen ?? (recovery.promised ? 'none' : 'none is promised')}`,
    `control: ${control}`,
    ...lastRun.missing.map((what) => `missing: ${what}`),
  ]
}
