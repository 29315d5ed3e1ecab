import { test as base } from '../fixtures/index.ts'
import { type EachRow, eachRow } from './each-row.ts'
import { Engine } from './engine.ts'
import { LiveRoom } from './live-room.ts'

export { expect, makeToken, reply } from '../fixtures/index.ts'
export { tagsOf } from './each-row.ts'

/**
 * The fixtures, plus the sample app with a token service of its own, or a bare engine for calls that the app never makes.
 * Either opens when it is first used.
 */
export const test = base.extend<{ app: LiveRoom; engine: Engine; eachRow: EachRow }>({
  app: async ({ page, cloud }, use, { testId }) => {
    await use(new LiveRoom(page, cloud, testId))
  },
  engine: async ({ page }, use, { testId }) => {
    await use(new Engine(page, testId))
  },
  eachRow: ({ injection }, use) => use(eachRow(injection)),
})
