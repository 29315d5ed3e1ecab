import type { Engine } from '../engine.ts'
import { attempt } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import { within } from './time-limit.ts'

/** What is said of the own stream beside its media, and where else it goes. */
export interface StreamInfo {
  /** Tells everybody in the room what the stream is about. */
  describe(text: string): Promise<void>
  /** Has the stream relayed to an address of a CDN as well. */
  relayTo(url: string): Promise<void>
  /** The stream has ended, and with it what is wrong here. */
  clear(): void
}

export interface StreamInfoNeeds {
  readonly engine: Pick<Engine, 'setStreamExtraInfo' | 'addPublishCdnUrl'>
  readonly problems: Problems
  /** The stream that is live. */
  readonly streamID: () => string
  /** Puts the cursor where it can be corrected. */
  readonly edit: (what: 'description' | 'relay') => void
}

export function createStreamInfo({ engine, problems, streamID, edit }: StreamInfoNeeds): StreamInfo {
  let ends = 0

  async function change(
    what: 'description' | 'relay',
    headline: string,
    call: () => Promise<unknown>,
  ): Promise<void> {
    const before = ends
    problems.clear(what)
    const outcome = await attempt(call)
    // The stream may have ended before the answer came.
    if (outcome.ok || before !== ends) return
    const retry = () => change(what, headline, call)
    problems.report({
      about: what,
      headline,
      failure: outcome.failure,
      recovery: { retry, edit: () => edit(what) },
    })
  }

  return {
    describe: (text) =>
      change('description', 'Your stream was not described', () =>
        within(engine.setStreamExtraInfo(streamID(), text)),
      ),
    relayTo: (url) =>
      change('relay', 'Your stream is not relayed', () => engine.addPublishCdnUrl(streamID(), url)),
    clear() {
      ends++
      problems.clear('description', 'relay')
    },
  }
}
