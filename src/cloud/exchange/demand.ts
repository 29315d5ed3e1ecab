/** A value as an error names it: `"4 hours"`, `NaN`, `{"a":1}`. */
export function shown(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'function') return String(value)
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value) // such as a bigint
  }
}

/** @throws {TypeError} for what is no text */
export function demandText(what: string, value: unknown): asserts value is string {
  if (typeof value !== 'string') throw new TypeError(`${what} takes a text, not ${shown(value)}.`)
}

/** @throws {RangeError} for what is no whole number of that range */
export function demandWhole(what: string, value: unknown, from = 0, to = 2 ** 31 - 1): void {
  if (Number.isInteger(value) && (value as number) >= from && (value as number) <= to) return
  throw new RangeError(`${what} takes a whole number from ${from} to ${to}, not ${shown(value)}.`)
}

/** @throws {TypeError} for a word that is none of these, in words that lead on */
export function demandOneOf(what: string, value: unknown, words: readonly string[]): void {
  if (words.includes(value as string)) return
  throw new TypeError(`${what} takes one of ${words.join(', ')}, not ${shown(value)}.`)
}

/**
 * Checks what says which: a name that is mistyped would be taken for nothing said, and so for all.
 *
 * @throws {TypeError} for a field that there is not, or for what has no fields
 */
export function demandFields(what: string, given: unknown, fields: readonly string[]): void {
  if (typeof given !== 'object' || given === null)
    throw new TypeError(`${what} takes an object, { ${fields[0]}: … }, not ${shown(given)}.`)
  const unknown = Object.keys(given).filter((name) => !fields.includes(name))
  if (unknown.length > 0)
    throw new TypeError(`${what} has no option named ${unknown.join(', ')}. It has: ${fields.join(', ')}.`)
}
