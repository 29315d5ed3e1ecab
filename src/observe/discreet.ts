import type { Observation } from './observation.ts'

/** Fields whose text lets whoever reads it in. */
const secretField = /token|secret|password|credential|authorization|cookie|^sign(ature)?$/i

/** Where a call takes a token without a name. */
const tokenArguments: Readonly<Record<string, number>> = { loginRoom: 1, renewToken: 0 }

/** A copy in which tokens and other secrets, queries of URLs and addresses are cut short, at any depth. For all that is printed. */
export function discreet(value: unknown): unknown {
  if (typeof value === 'string') return discreetText(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(discreet)
  if (isCall(value)) return { ...copy(value), payload: discreet(withoutToken(value)) }
  return copy(value)
}

/** The same for a running text. */
export function discreetText(text: string): string {
  return text
    .replace(/\b(?:04[\w+/]{40,}={0,2}|eyJ[\w-]{10,}\.[\w-]+\.[\w-]*)/g, (token) => cut(token, 6))
    .replace(
      /((?:token|secret|password)\w*\\?["']?\s*[:=]\s*\\?["']?)([^"'\\\s,;&}]{8,})/gi,
      (_, name, secret) => `${name}${/… $/.test(secret) ? secret : cut(secret, 0)}`,
    )
    .replace(/\b((?:https?|wss?):\/\/)(?:[^\s/@"']+@)?([^\s?"'<>\\]+)\?[^\s"'<>\\]+/g, '$1$2?…')
    .replace(/\b(?!127\.|0\.0\.)((?:\d{1,3}\.){2})\d{1,3}\.\d{1,3}\b/g, '$1…')
}

/** The payload of an API call whose token stands at a known place. */
export function withoutToken({ name, payload }: Pick<Observation, 'name' | 'payload'>): unknown {
  const place = tokenArguments[name]
  const { args } = (payload ?? {}) as { args?: unknown }
  if (place === undefined || !Array.isArray(args)) return payload
  const shortened = args.map((given, at) =>
    at === place && typeof given === 'string' ? cut(given, 6) : given,
  )
  return { ...(payload as object), args: shortened }
}

function copy(value: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      typeof inner === 'string' && secretField.test(name) ? cut(inner, 0) : discreet(inner),
    ]),
  )
}

function isCall(value: object): value is Pick<Observation, 'name' | 'payload'> {
  return 'channel' in value && value.channel === 'api' && 'payload' in value
}

/** What is short is no secret, but may be why a call fails: an empty token, a word in its place. */
function cut(secret: string, kept: number): string {
  return secret.length < 12 ? secret : `${secret.slice(0, kept)}… (${secret.length})`
}
