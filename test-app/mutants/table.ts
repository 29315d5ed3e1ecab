import type { Kind, Reaction, reactionTo as reactionToCode } from '../src/reactions.ts'

/** In which ways each row of the reaction table is got wrong. */
export const ways = ['kind', 'words', 'action'] as const
export type Way = (typeof ways)[number]

type Row = readonly [kind: Kind, what: string, ...help: readonly unknown[]]
type Rows = Record<number, Row>
type ReactionTo = typeof reactionToCode

/** Name of a mutant of the table: `reaction 1002034: action`. */
export const nameOf = (code: number, way: Way): string => `reaction ${code}: ${way}`

/** What a name says; nothing where it is not about the table. */
export function read(name: string): { code: number; way: Way } | undefined {
  const [, code, way] = /^reaction (\d+): (.*)$/.exec(name) ?? []
  return way ? { code: Number(code), way: way as Way } : undefined
}

/** Every mutant of the table. What offers no action has none to lose. */
export function tableMutants(codes: readonly number[], reactionTo: (code: number) => Reaction): string[] {
  return codes.flatMap((code) =>
    ways
      .filter((way) => way !== 'action' || reactionTo(code).actions.length > 0)
      .map((way) => nameOf(code, way)),
  )
}

/** A kind that is shown otherwise: as a notice, or as a problem. */
const wrong = (kind: Kind): Kind => (kind === 'none' || kind === 'wait' ? 'retry' : 'wait')

/** Changes the rows that the names say, and gives the function that reacts by them. Runs in the app. */
export function mutated(rows: Rows, reactionTo: ReactionTo, names: readonly string[]): ReactionTo {
  const untouched = { ...rows }
  const withoutAction = new Set<number>()
  for (const { code, way } of names.flatMap((name) => read(name) ?? [])) {
    const row = untouched[code]
    if (!row) continue
    if (way === 'kind') rows[code] = [wrong(row[0]), ...row.slice(1)] as unknown as Row
    if (way === 'words') rows[code] = [row[0], siblingOf(code, untouched)[1], ...row.slice(2)] as Row
    if (way === 'action') withoutAction.add(code)
  }
  return (code, ...more) => {
    const reaction = reactionTo(code, ...more)
    return withoutAction.has(code ?? 0) ? { ...reaction, actions: reaction.actions.slice(1) } : reaction
  }
}

/** The next row that says something else. */
export function siblingOf(code: number, rows: Rows): Row {
  const codes = Object.keys(rows).map(Number)
  const at = codes.indexOf(code)
  const sibling = [...codes.slice(at + 1), ...codes].find((other) => rows[other]?.[1] !== rows[code]?.[1])
  return rows[sibling ?? code] as Row
}
