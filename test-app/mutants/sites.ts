import { parseAst } from 'vite'

/** A place in the app that a mutant turns off. */
export interface Site {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly kind: 'handler' | 'report' | 'listener'
  /** The key of a handler whose place stands for key and value. */
  readonly key?: string
}

type Node = { type: string; start: number; end: number } & Record<string, unknown>

/**
 * Where the app runs an action, reports a problem or listens to the SDK, found in its syntax: nobody lists them.
 *
 * @param code JavaScript
 * @param file name of the module, for the names
 */
export function sitesIn(code: string, file: string): readonly Site[] {
  const sites: Site[] = []
  const seen = new Map<string, number>()
  const add = (kind: Site['kind'], what: string, { start, end }: Node, key?: string) => {
    const name = `${kind} ${what} of ${file}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    sites.push({ kind, name: count > 1 ? `${name} (${count})` : name, start, end, ...(key && { key }) })
  }
  const visit = (node: Node): void => {
    for (const { what, value, key } of handlersIn(node)) add('handler', what, value, key)
    if (node.type === 'ExpressionStatement' || node.type === 'ReturnStatement') {
      const call = (node.expression ?? node.argument) as Node | null
      const called = call?.type === 'CallExpression' ? calledName(call) : ''
      if (called === 'report') add('report', headlineIn(call as Node), call as Node)
      if (called === 'on') {
        const [event, listener] = (call as Node).arguments as Node[]
        if (event?.type === 'Literal' && listener) add('listener', String(event.value), listener)
      }
    }
    for (const child of childrenOf(node)) visit(child)
  }
  visit(parseAst(code) as unknown as Node)
  return sites
}

/** `recovery: { retry: … }`, `const recovery = { … }` and `createProblems({ … })`. */
function handlersIn(node: Node): { what: string; value: Node; key?: string }[] {
  const named = (key: unknown) => (key as Node | undefined)?.name === 'recovery'
  const object =
    node.type === 'Property' && named(node.key)
      ? node.value
      : node.type === 'VariableDeclarator' && named(node.id)
        ? node.init
        : node.type === 'CallExpression' && calledName(node) === 'createProblems'
          ? (node.arguments as Node[])[0]
          : undefined
  if ((object as Node | undefined)?.type !== 'ObjectExpression') return []
  return ((object as Node).properties as Node[]).flatMap((property) => {
    if (property.type !== 'Property') return []
    const { name, value } = property.key as Node
    const what = String(name ?? value)
    return [{ what, value: property.value as Node, ...(property.shorthand ? { key: `${what}: ` } : {}) }]
  })
}

function calledName(call: Node): string {
  const callee = call.callee as Node
  return String((callee.type === 'MemberExpression' ? (callee.property as Node) : callee).name ?? '')
}

/** What a report is about, where it says so in a word. */
function headlineIn(call: Node): string {
  const [first] = call.arguments as Node[]
  if (first?.type === 'Literal') return `“${first.value}”`
  const about = ((first?.properties ?? []) as Node[]).find(({ key }) => (key as Node)?.name === 'about')
  const value = about?.value as Node | undefined
  return value?.type === 'Literal' ? `on ${value.value}` : ''
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((value): value is Node => typeof (value as Node | null)?.type === 'string')
}
