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

/** Optimal string alignment distance of two strings. */
function edits(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = current
  }
  return at(last, to.length)
}

function at(distances: readonly number[], index: number): number {
  return distances[index] ?? Number.POSITIVE_INFINITY
}
