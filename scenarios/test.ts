import { test as base } from '../fixtures/index.ts'
import { type EachRow, eachRow } from './each-row.ts'
import { Engine } from './engine.ts'
import { LiveRoom } from './live-room.ts'

export { expect, makeToken, reply } from '../fixtures/index.ts'
export { tagsOf } from './each-row.ts'

interface Fixtures {
  app: LiveRoom
  engine: Engine
  eachRow: EachRow
  /** Lets a control fail without a new worker and browser for the next one; the reporter judges how it failed. */
  expectedInControls: undefined
}

/**
 * The fixtures, plus the sample app with a token service of its own, or a bare engine for calls that the app never makes.
 * Either opens when it is first used.
 */
export const test = base.extend<Fixtures>({
  app: async ({ page, cloud }, use, { testId }) => {
    await use(new LiveRoom(page, cloud, testId))
  },
  engine: async ({ page }, use, { testId }) => {
    await use(new Engine(page, testId))
  },
  eachRow: ({ injection }, use) => use(eachRow(injection)),
  expectedInControls: [
    async ({ injection }, use, testInfo) => {
      await use(undefined)
      if (injection === 'off' && testInfo.status === 'failed') testInfo.expectedStatus = 'failed'
    },
    { auto: true },
  ],
})
