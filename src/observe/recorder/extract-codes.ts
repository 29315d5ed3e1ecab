import type { Observation } from '../observation.ts'
import { codePositions, codesAsResults } from './code-positions.ts'

/** What codes are looked for in: an observation before its codes are known. */
export type Raw = Pick<Observation, 'channel' | 'name' | 'payload'>

/**
 * Every result code in what the SDK said, errors before 0, without duplicates.
 *
 * In a code position (`code`, `errorCode`, the documented argument of an event, the tag `error` of a span) any integer
 * counts, because the SDK passes some server numbers through. In running text only numbers shaped like the
 * documented ones (seven digits, 10xxxxx or 11xxxxx, or one of the player's six) do.
 */
export function codesIn({ channel, name, payload }: Raw): number[] {
  const found = finders[channel](name, payload)
  const errors = found.filter((code) => code !== 0)
  return [...new Set([...errors, ...found])]
}

/** Numbers in running text that are shaped like a documented code. */
export function codesInText(text: string): number[] {
  return [...text.matchAll(/(?<![\w.])(?:1[01]\d{5}|10000[1-6])(?!\w|\.\d)/g)].map(([digits]) =>
    Number(digits),
  )
}

const finders: Record<Observation['channel'], (name: string, payload: unknown) => number[]> = {
  api: codesOfCall,
  event: codesOfEvent,
  console: (_, payload) => codesInText(textOf(payload, 'content') ?? textOf(payload, 'text') ?? ''),
  pageerror: (_, payload) => {
    const inValue = codesOfValue(field(payload, 'value'))
    return inValue.length > 0 ? inValue : codesInText(textOf(payload, 'message') ?? '')
  },
  telemetry: (_, payload) => number(field(field(payload, 'tags'), 'error')),
}

function codesOfCall(name: string, payload: unknown): number[] {
  const result = field(payload, 'error') ?? field(payload, 'result')
  if (typeof result === 'number') return codesAsResults.has(name) ? number(result) : []
  return codesOfValue(result)
}

function codesOfEvent(name: string, payload: unknown): number[] {
  const args = Array.isArray(payload) ? payload : []
  const position = codePositions[name]
  if (position === undefined)
    return args.flatMap((argument) => (isObject(argument) ? codesOfValue(argument) : []))
  const argument: unknown = args[position]
  return isObject(argument) ? codesOfValue(argument) : number(argument)
}

function codesOfValue(value: unknown): number[] {
  if (typeof value === 'string') return codesInText(value)
  if (!isObject(value)) return []
  const found = ['errorCode', 'code', 'error'].flatMap((key) => {
    const inner = value[key]
    return isObject(inner) ? codesOfValue(inner) : number(inner)
  })
  return found.length > 0 ? found : codesInText(textOf(value, 'message') ?? '')
}

function number(value: unknown): number[] {
  if (typeof value === 'string' && /^\d{1,10}$/.test(value)) return [Number(value)]
  return Number.isInteger(value) ? [value as number] : []
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const field = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined)

function textOf(value: unknown, key: string): string | undefined {
  const text = field(value, key)
  return typeof text === 'string' ? text : undefined
}
