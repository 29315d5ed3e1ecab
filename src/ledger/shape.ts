/** What a value must be: a `typeof`, or a check that names what is wrong, and where. */
export type Shape =
  | 'string'
  | 'number'
  | 'boolean'
  | 'object'
  | ((path: string, value: unknown) => string | undefined)

/** What is wrong with a value, and where; undefined when nothing is. */
export function check(path: string, value: unknown, shape: Shape): string | undefined {
  if (typeof shape === 'function') return shape(path, value)
  if (typeof value === shape && value !== null) return undefined
  return `${path || 'it'} should be of type ${shape}, but is ${inBrief(value)}`
}

/** A text (or number) that a pattern matches. */
export function isOneOf(pattern: RegExp): Shape {
  return (path, value) =>
    ['string', 'number'].includes(typeof value) && pattern.test(String(value))
      ? undefined
      : `${path} should match ${pattern.source}, but is ${inBrief(value)}`
}

/** An array whose every item is of a shape. */
export function isArrayOf(item: Shape): Shape {
  return (path, value) => {
    if (!Array.isArray(value)) return `${path || 'it'} should be an array, but is ${inBrief(value)}`
    return firstWrong(value.map((entry, index) => check(`${path}[${index}]`, entry, item)))
  }
}

/** An object with these fields and perhaps others; a field whose name ends in `?` may be absent or null. */
export function isObject(fields: Readonly<Record<string, Shape>>): Shape {
  return (path, value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return `${path || 'it'} should be an object, but is ${inBrief(value)}`
    const found = new Map<string, unknown>(Object.entries(value))
    return firstWrong(
      Object.entries(fields).map(([key, shape]) => {
        const name = key.replace(/\?$/, '')
        const entry = found.get(name)
        if (name !== key && (entry === undefined || entry === null)) return undefined
        return check(path ? `${path}.${name}` : name, entry, shape)
      }),
    )
  }
}

/** An object whose every value is of a shape, whatever the names. */
export function isRecordOf(entry: Shape): Shape {
  return (path, value) =>
    check(path, value, isObject({})) ??
    firstWrong(
      Object.entries(value as object).map(([key, found]) =>
        check(path ? `${path}.${key}` : key, found, entry),
      ),
    )
}

function firstWrong(findings: readonly (string | undefined)[]): string | undefined {
  return findings.find((finding) => finding !== undefined)
}

function inBrief(value: unknown): string {
  if (value === undefined) return 'absent'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
