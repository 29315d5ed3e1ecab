import { expect as baseExpect, type ExpectMatcherState, type MatcherReturnType } from '@playwright/test'
import { lookup, UnknownCode } from '../codes/index.ts'
import type { Receipt } from '../faults/kit/receipt.ts'
import type { Observation, Via } from './observation.ts'
import { type Asked, story } from './story/story.ts'
import { NotObserved } from './timeline.ts'
import { cameVia, checkVia, UnknownVia } from './via.ts'
import { whyNothing } from './watching.ts'
import { Zego } from './zego.ts'

export interface SurfaceOptions {
  /**
   * The channel, or the channel and name, that the code must come on: `event`, `event:deviceError`, `api:loginRoom`,
   * `telemetry`. Without it a channel that an app can hear: an API, an event, or an error that nobody caught.
   */
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
 * Asserts that the SDK surfaces a result code, where an app can hear it or where `via` says.
 *
 * With `.not`, that it does not, on any channel unless `via` names one: the code must stay away until nothing has been observed on any channel for 500 ms and
 * no API call is pending, at most for the `expect` timeout; or, where `timeout` is given, for exactly that long. It fails
 * when nothing could have been observed, because no engine was found or none was left.
 *
 * Fails at once when what is asked for can never be seen: an unknown code, channel, API or event.
 */
async function toSurface(
  this: ExpectMatcherState,
  zego: Zego,
  code: number,
  options: SurfaceOptions = {},
): Promise<MatcherReturnType> {
  if (!(zego instanceof Zego))
    throw new TypeError('toSurface is for the fixture zego: expect(zego).toSurface(1006006)')
  const { isNot } = this
  const { via } = options
  const timeout = Math.min(options.timeout ?? this.timeout, zego.patience)
  const since = startOf(options) ?? zego.since
  const hint = this.utils.matcherHint('toSurface', 'zego', String(code), { isNot })
  const impossible = whyImpossible(zego, code, since, isNot, options)
  if (impossible) return { pass: isNot, message: () => `${hint}\n\n${impossible}` }

  const anywhere = isNot && via === undefined
  const wanted = (seen: Observation) =>
    seen.at >= since && seen.codes.includes(code) && (anywhere || cameVia(seen, via))
  const untilQuiet = isNot && options.timeout === undefined
  if (untilQuiet)
    await zego.timeline.settled({ quiet, timeout, busy: () => zego.pending.length > 0, stop: wanted })
  const observation = await zego.timeline.waitFor(wanted, untilQuiet ? 0 : timeout).catch(unlessMissed)

  const pass = observation !== undefined
  const claim = { code, via, negated: isNot, passed: pass !== isNot, at: Date.now(), observation, since }
  zego.claims.push({ ...claim, ...(pass && !isNot && (await zego.look())) })
  const asked: Asked = { code, via, since, timeout, observation }
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

/** Why no waiting could settle it: the code or channel does not exist, or nothing is watched that could be absent. */
function whyImpossible(
  zego: Zego,
  code: number,
  since: number,
  isNot: boolean,
  { via, undocumented }: SurfaceOptions,
): string | undefined {
  try {
    if (!undocumented) lookup(code)
    checkVia(via, {
      methods: zego.engines.flatMap(({ methods }) => methods),
      events: zego.engines.flatMap(({ events }) => events),
    })
  } catch (error) {
    if (error instanceof UnknownVia) return error.message
    if (error instanceof UnknownCode)
      return `${error.message}\nIn a test: toSurface(${code}, { undocumented: true }).`
    throw error
  }
  const nothing = isNot ? whyNothing(zego, since) : undefined
  return nothing && `That no code surfaced proves nothing here.\n${nothing}`
}

function startOf({ since }: SurfaceOptions): number | undefined {
  return typeof since === 'object' ? since.at : since
}

function unlessMissed(error: unknown): undefined {
  if (!(error instanceof NotObserved)) throw error
}
