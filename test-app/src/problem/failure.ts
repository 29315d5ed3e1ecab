import { OwnServerError } from '../own-server.ts'

/** A failure in the one shape this app works with, whatever shape it had when it was thrown. */
export interface Failure {
  readonly origin: 'zego' | 'own-server' | 'browser'
  /** The ZEGO result code; none when the failure is not ZEGO's, or came without. */
  readonly code?: number
  /** What the SDK, the browser or our own server said, for the small print. */
  readonly detail: string
}

/** How an attempt ended. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

/**
 * Runs one call and catches every way in which calls of the SDK fail: a rejected promise, a synchronous throw, `false`
 * (plain or promised), an answer whose `errorCode` is not 0, and, of copyrighted music, an answer that is the code.
 */
export async function attempt<T>(call: () => T | Promise<T>): Promise<Result<T>> {
  try {
    const value = await call()
    if (value === false) return { ok: false, failure: { origin: 'zego', detail: 'the SDK answered false' } }
    if (isCode(value)) return { ok: false, failure: { origin: 'zego', detail: '', code: value } }
    if (codeOf(value)) return { ok: false, failure: toFailure(value) }
    return { ok: true, value }
  } catch (thrown) {
    return { ok: false, failure: toFailure(thrown) }
  }
}

/**
 * Reads what was thrown. The SDK has these shapes: `{ code, msg }`, `{ code, message }`, `{ errorCode, extendedData }`,
 * `{ errorCode }`; of the player, an `Error` with the first of them as JSON in its message. The browser's own errors have none
 * of them: their `code`, if any, means something else.
 */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof OwnServerError) return { origin: 'own-server', detail: thrown.message }
  const told = thrown instanceof Error ? inMessage(thrown) : undefined
  if (told) return { origin: 'zego', ...told }
  if (thrown instanceof Error) return { origin: 'browser', detail: `${thrown.name}: ${thrown.message}` }
  const code = codeOf(thrown)
  return { origin: 'zego', detail: detailOf(thrown), ...(code !== undefined && { code }) }
}

function inMessage({ message }: Error): { code: number; detail: string } | undefined {
  if (!message.startsWith('{"code":')) return undefined
  try {
    const { code, msg } = JSON.parse(message) as { code: unknown; msg: unknown }
    return typeof code === 'number' ? { code, detail: textOf(msg) } : undefined
  } catch {
    return undefined
  }
}

/** A failure that came as an event: a code and the text beside it. */
export function eventFailure(code: number, extendedData: unknown = ''): Failure {
  return { origin: 'zego', code, detail: textOf(extendedData) }
}

/** Whether a result is a code by itself: no other number that the SDK answers with is as large. */
const isCode = (value: unknown): value is number =>
  typeof value === 'number' && value >= 1_000_000 && value < 2_000_000

function codeOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || value instanceof Error) return undefined
  const { errorCode, code } = value as { errorCode?: unknown; code?: unknown }
  const number = Number(errorCode ?? code ?? Number.NaN)
  return Number.isFinite(number) ? number : undefined
}

function detailOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return textOf(value)
  const { extendedData, msg, message } = value as { extendedData?: unknown; msg?: unknown; message?: unknown }
  return textOf(extendedData ?? msg ?? message)
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
