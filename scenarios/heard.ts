import { expect as base, type ExpectMatcherState } from '@playwright/test'
import type { Zego } from '../fixtures/index.ts'
import { awaited } from '../src/observe/matchers/awaited.ts'
import { hurrying } from '../src/observe/matchers/hurrying.ts'
import type { Observation } from '../src/observe/observation.ts'

type Channel = 'console' | 'pageerror'

/** Waits for words that the SDK says without a code, for developers only. @param since ms of `Date.now()` */
export async function heard(zego: Zego, channel: Channel, words: string, since = zego.since): Promise<void> {
  await expect(zego).toSay(channel, words, since)
}

// A matcher, for the project's `expect` timeout is told to matchers only.
const expect = hurrying(
  base.extend({
    async toSay(this: ExpectMatcherState, zego: Zego, channel: Channel, words: string, since: number) {
      const wanted = (seen: Observation) =>
        seen.at >= since && seen.channel === channel && JSON.stringify(seen.payload).includes(words)
      const { timeout } = this
      const { observation: said } = await awaited(zego, { wanted, timeout, isNot: false, exactly: false })
      zego.wordClaims.push({ words, passed: said !== undefined, at: Date.now(), observation: said })
      const lines = () =>
        zego.timeline
          .since(since)
          .filter((seen) => seen.channel === channel)
          .map((seen) => JSON.stringify(seen.payload))
      return {
        pass: said !== undefined,
        message: () =>
          `The SDK did not say "${words}" on ${channel} within ${this.timeout} ms. It said:\n${lines().join('\n') || 'nothing'}`,
      }
    },
  }),
)
