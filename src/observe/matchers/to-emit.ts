import type { ExpectMatcherState, MatcherReturnType } from '@playwright/test'
import { shown } from '../../cloud/exchange/demand.ts'
import type { Observation } from '../observation.ts'
import { type Asked, story } from '../story/story.ts'
import { checkVia, UnknownVia } from '../via.ts'
import { whyNothing } from '../watching.ts'
import { Zego } from '../zego.ts'
import { awaited } from './awaited.ts'
import { namesOf, startOf } from './to-surface.ts'
import { demandWait, type WaitOptions } from './wait-options.ts'

/**
 * Asserts that the SDK emits an event, since the first fault: for what it tells without a code, such as that it reconnects.
 *
 * With `.not`, that it does not; as `toSurface` does.
 *
 * @param saying text or number that must stand in its arguments: as one of them, or as a field at any depth
 * @example await expect(zego).toEmit('roomStateChanged', 'RECONNECTING')
 */
export async function toEmit(
  this: ExpectMatcherState,
  zego: Zego,
  event: string,
  saying?: string | number,
  options: WaitOptions = {},
): Promise<MatcherReturnType> {
  if (!(zego instanceof Zego))
    throw new TypeError("toEmit is for the fixture zego: expect(zego).toEmit('roomStateChanged')")
  if (saying !== undefined && typeof saying !== 'string' && typeof saying !== 'number')
    throw new TypeError(
      `toEmit takes a text or a number that the event says, not ${shown(saying)}. Options come after it: toEmit('${event}', undefined, { … }).`,
    )
  demandWait('toEmit', options)
  const { isNot } = this
  const { timeout = this.timeout } = options
  const since = startOf(options) ?? zego.since
  const hint = this.utils.matcherHint('toEmit', 'zego', event, { isNot })
  const impossible = whyImpossible(zego, event, since, isNot)
  if (impossible) return { pass: isNot, message: () => `${hint}\n\n${impossible}` }

  const wanted = (seen: Observation) =>
    seen.at >= since &&
    seen.channel === 'event' &&
    seen.name === event &&
    (saying === undefined || holds(seen.payload, saying))
  const exactly = options.timeout !== undefined
  const outcome = await awaited(zego, { wanted, timeout, isNot, exactly })

  const { observation } = outcome
  const what = saying === undefined ? event : `${event} with ${JSON.stringify(saying)}`
  const asked: Asked = { ...outcome, event: what, since, timeout }
  return {
    pass: observation !== undefined || (isNot && outcome.isTestOver),
    name: 'toEmit',
    expected: what,
    actual: observation,
    message: () => `${hint}\n\n${story(zego, asked)}`,
  }
}

function whyImpossible(zego: Zego, event: string, since: number, isNot: boolean): string | undefined {
  try {
    checkVia(`event:${event}`, namesOf(zego))
  } catch (error) {
    if (error instanceof UnknownVia) return error.message
    throw error
  }
  const nothing = isNot ? whyNothing(zego, since) : undefined
  return nothing && `That no such event came proves nothing here.\n${nothing}`
}

function holds(value: unknown, wanted: string | number): boolean {
  if (typeof value !== 'object' || value === null) return value === wanted
  return Object.values(value).some((inner) => holds(inner, wanted))
}
