import { expect as baseExpect, type ExpectMatcherState, type MatcherReturnType } from '@playwright/test'
import { lookup, UnknownCode } from '../codes/index.ts'
import type { Receipt } from '../faults/receipt.ts'
import type { Observation, Via } from './observation.ts'
import { type Asked, story } from './story/story.ts'
import { NotObserved } from './timeline.ts'
import { cameVia, checkVia } from './via.ts'
import { demandWatching } from './watching.ts'
import { Zego } from './zego.ts'

export interface SurfaceOptions {
  /** The channel, or the channel and name, that the code must come on: `event`, `event:deviceError`, `api:loginRoom`. */
  readonly via?: Via
  /** Ms to wait; the `expect` timeout of the project by default. */
  readonly timeout?: number
  /** Counts only what happened after this fault, or after this time (ms of `Date.now()`); by default after the first. */
  readonly since?: number | Receipt
  /** Allows a number that the documentation does not list. */
  readonly undocumented?: boolean
}

/** How long nothing at all must happen before `.not.toSurface` believes that nothing will, in ms. */
const quiet = 500

/**
 * Asserts that the SDK surfaces a result code.
 *
 * With `.not`, that it does not: the code must stay away until nothing has been observed on any channel for 500 ms and
 * no API call is pending, at most for the `expect` timeout; or, where `timeout` is given, for exactly that long. It is an
 * error when nothing could have been observed, because no engine was found or none was left.
 *
 * @throws UnknownCode, UnknownVia at once, when what is asked for can never be seen
 */
async function toSurface(
  this: ExpectMatcherState,
  zego: Zego,
  code: number,
  options: SurfaceOptions = {},
): Promise<MatcherReturnType> {
  if (!(zego instanceof Zego))
    throw new TypeError('toSurface is for the fixture zego: expect(zego).toSurface(1006006)')
  const { via, timeout = this.timeout } = options
  demandDocumented(code, options)
  checkVia(via, namesOf(zego))
  const since = startOf(options) ?? zego.since
  const wanted = (seen: Observation) => seen.at >= since && seen.codes.includes(code) && cameVia(seen, via)
  if (this.isNot) {
    demandWatching(zego, since)
    if (options.timeout === undefined) {
      await zego.timeline.settled({ quiet, timeout, busy: () => zego.pending.length > 0, stop: wanted })
    }
  }
  const patience = this.isNot && options.timeout === undefined ? 0 : timeout
  const observation = await zego.timeline.waitFor(wanted, patience).catch(unlessMissed)

  const pass = observation !== undefined
  zego.claims.push({
    code,
    via,
    negated: this.isNot,
    passed: pass !== this.isNot,
    at: Date.now(),
    observation,
  })
  const asked: Asked = { code, via, since, timeout, observation }
  const hint = this.utils.matcherHint('toSurface', 'zego', String(code), { isNot: this.isNot })
  return {
    pass,
    name: 'toSurface',
    expected: code,
    actual: observation,
    message: () => `${hint}\n\n${story(zego, asked)}`,
  }
}

/** Playwright's `expect` that knows `toSurface`. */
export const expect = baseExpect.extend({ toSurface })

function demandDocumented(code: number, { undocumented }: SurfaceOptions): void {
  if (undocumented) return
  try {
    lookup(code)
  } catch (error) {
    if (error instanceof UnknownCode)
      error.message += `\nIn a test: toSurface(${code}, { undocumented: true }).`
    throw error
  }
}

function namesOf({ engines }: Zego) {
  return {
    methods: engines.flatMap(({ methods }) => methods),
    events: engines.flatMap(({ events }) => events),
  }
}

function startOf({ since }: SurfaceOptions): number | undefined {
  return typeof since === 'object' ? since.at : since
}

function unlessMissed(error: unknown): undefined {
  if (!(error instanceof NotObserved)) throw error
}
