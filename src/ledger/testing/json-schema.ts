/** The part of JSON Schema that the ledger's schema makes use of. */
interface Schema {
  readonly $ref?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly type?: string | readonly string[]
  readonly pattern?: string
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
}

/** Where a JSON value breaks a schema; empty when it does not. */
export function violations(root: unknown, value: unknown): readonly string[] {
  const definitions = (root as { $defs?: Record<string, Schema> }).$defs ?? {}

  function visit(schema: Schema, at: string, found: unknown): readonly string[] {
    if (schema.$ref) return visit(definitions[schema.$ref.replace('#/$defs/', '')] ?? {}, at, found)
    const wrong = (what: string) => [`${at} should be ${what}, but is ${JSON.stringify(found)}`]
    if ('const' in schema && found !== schema.const) return wrong(String(schema.const))
    if (schema.enum && !schema.enum.includes(found)) return wrong(`one of ${schema.enum.join(', ')}`)
    if (schema.type && ![schema.type].flat().includes(typeOf(found)))
      return wrong([schema.type].flat().join(' or '))
    if (schema.pattern && !new RegExp(schema.pattern).test(String(found)))
      return wrong(`like ${schema.pattern}`)
    if (Array.isArray(found))
      return found.flatMap((item, index) => visit(schema.items ?? {}, `${at}[${index}]`, item))
    return typeOf(found) === 'object' ? fields(schema, at, found as Record<string, unknown>) : []
  }

  function fields(schema: Schema, at: string, found: Record<string, unknown>): readonly string[] {
    const { properties = {}, required = [], additionalProperties = true } = schema
    const name = (key: string) => (at ? `${at}.${key}` : key)
    return [
      ...required.filter((key) => found[key] === undefined).map((key) => `${name(key)} is missing`),
      ...Object.entries(found).flatMap(([key, entry]) => {
        if (entry === undefined) return []
        const property = properties[key]
        if (property) return visit(property, name(key), entry)
        return additionalProperties ? [] : [`${name(key)} is not in the schema`]
      }),
    ]
  }

  return visit(root as Schema, '', value)
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}
