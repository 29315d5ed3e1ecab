import type { ExpectMatcherState, MatcherReturnType } from '@playwright/test'
import { shown } from '../../cloud/exchange/demand.ts'
import { lookup, UnknownCode } from '../../codes/index.ts'
import { otherProduct } from '../../codes/other-products.ts'
import type { Observation, Via } from '../observation.ts'
import { type Asked, story } from '../story/story.ts'
import { cameVia, checkVia, UnknownVia } from '../via.ts'
import { whyNothing } from '../watching.ts'
import { Zego } from '../zego.ts'
import { awaited } from './awaited.ts'
import { hurry } from './hurrying.ts'
import { demandWait, type WaitOptions } from './wait-options.ts'

export interface SurfaceOptions extends WaitOptions {
  /**
   * The channel, or the channel and name, that the code must come on: `event`, `event:deviceError`, `api:loginRoom`,
   * `telemetry`. Without it a channel that an app can hear: an API, an event, or an error that nobody caught.
   */
  readonly via?: Via
  /** Allows a number that the documentation does not list. */
  readonly undocumented?: boolean
}

/**
 * Asserts that the SDK surfaces a result code, where an app can hear it or where `via` says.
 *
 * With `.not`, that it does not, on any channel unless `via` names one: the code must stay away until nothing has been
 * observed on any channel for 500 ms and no API call is pending, at most for the `expect` timeout; or, where `timeout` is
 * given, for exactly that long. It fails when nothing could have been observed, because no engine was found or none was left,
 * and when the test ends before it is sure.
 *
 * Fails at once when what is asked for can never be seen: an unknown code, channel, API or event.
 */
export async function toSurface(
  this: ExpectMatcherState,
  zego: Zego,
  code: number,
  options: SurfaceOptions = {},
): Promise<MatcherReturnType> {
  if (!(zego instanceof Zego))
    throw new TypeError('toSurface is for the fixture zego: expect(zego).toSurface(1006006)')
  if (!Number.isInteger(code))
    throw new TypeError(
      `A result code is a number: toSurface(${Number(code) || 1006006}), not ${shown(code)}.`,
    )
  demandWait('toSurface', options, ['via', 'undocumented', 'since'])
  const { isNot } = this
  const { via, timeout = this.timeout } = options
  const since = startOf(options) ?? zego.since
  const hint = this.utils.matcherHint('toSurface', 'zego', String(code), { isNot })
  const impossible = whyImpossible(zego, code, since, isNot, options)
  if (impossible) return { pass: isNot, message: () => `${hint}\n\n${impossible}` }

  const anywhere = isNot && via === undefined
  const wanted = (seen: Observation) =>
    seen.at >= since && seen.codes.includes(code) && (anywhere || cameVia(seen, via))
  const exactly = options.timeout !== undefined
  const outcome = await awaited(zego, { wanted, timeout, isNot, exactly, via })

  const { observation } = outcome
  const pass = observation !== undefined || (isNot && outcome.isTestOver)
  const claim = { code, via, negated: isNot, passed: pass !== isNot, at: Date.now(), observation, since }
  zego.claims.push({ ...claim, ...(pass && !isNot && (await zego.look())) })
  const asked: Asked = { ...outcome, code, via, since, timeout }
  // A control goes on, so that each of its claims is seen to fail.
  const control = isNot ? undefined : zego.control
  if (control && !pass) hurry(control.quiet)
  return {
    pass: pass || control !== undefined,
    name: 'toSurface',
    expected: code,
    actual: observation,
    message: () => `${hint}\n\n${story(zego, asked)}`,
  }
}

/** Why no waiting could settle it: the code or channel does not exist, or nothing is watched that could be absent. */
function whyImpossible(
  zego: Zego,
  code: number,
  since: number,
  isNot: boolean,
  { via, undocumented }: SurfaceOptions,
): string | undefined {
  const elsewhere = otherProduct(code)
  if (elsewhere)
    return `${elsewhere} It is not watched: the mock cloud refuses its login (6000014), and no more.`
  try {
    if (!undocumented) lookup(code)
    checkVia(via, namesOf(zego))
  } catch (error) {
    if (error instanceof UnknownVia) return error.message
    if (error instanceof UnknownCode)
      return `${error.message}\nIn a test: toSurface(${code}, { undocumented: true }).`
    throw error
  }
  const nothing = isNot ? whyNothing(zego, since) : undefined
  return nothing && `That no code surfaced proves nothing here.\n${nothing}`
}

/** Methods and events of the engines found. */
export const namesOf = ({ engines }: Zego) => ({
  methods: engines.flatMap(({ methods }) => methods),
  events: engines.flatMap(({ events }) => events),
})

/** Since when observations count, where a test says so. Ms of `Date.now()`. */
export function startOf({ since }: WaitOptions): number | undefined {
  return typeof since === 'object' ? since.at : since
}
