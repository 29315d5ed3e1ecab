import { edits } from './edit-distance.ts'

/**
 * Numbers that a person may have meant by `code`: those that differ by one digit added, lost, changed or swapped with
 * its neighbour, or else by two; closest first, at most `most` of them.
 */
export function nearMisses<Code extends number>(code: number, among: readonly Code[], most = 4): Code[] {
  const measured = among
    .map((candidate) => ({ candidate, edits: edits(String(code), String(candidate)) }))
    .sort((a, b) => a.edits - b.edits || Math.abs(a.candidate - code) - Math.abs(b.candidate - code))
  const fewest = Math.min(2, measured[0]?.edits ?? 0)
  return measured
    .filter((found) => found.edits <= fewest)
    .slice(0, most)
    .map((found) => found.candidate)
}
