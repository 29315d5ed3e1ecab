import { edits } from './edit-distance.ts'

/** The candidates most like `text`, best first: for "did you mean" in an error. Letter case does not count. */
export function nearest(text: string, candidates: readonly string[], most = 3): string[] {
  const wanted = text.toLowerCase()
  return candidates
    .map((candidate) => ({ candidate, distance: edits(wanted, candidate.toLowerCase()) }))
    .filter((scored) => scored.distance <= Math.max(2, wanted.length / 3))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}
