import { discreet } from '../discreet.ts'

/** JSON on one line, without secrets, cut at `longest` characters. */
export function shortJson(given: unknown, longest = 120): string {
  const value = discreet(given)
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}
