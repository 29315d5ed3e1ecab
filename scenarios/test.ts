import { test as base } from '../fixtures/index.ts'
import { LiveRoom } from './live-room.ts'

export { expect, makeToken, reply } from '../fixtures/index.ts'

/** The fixtures, plus the sample app with a token service of its own. It opens when it is first used. */
export const test = base.extend<{ app: LiveRoom }>({
  app: async ({ page, cloud }, use, { testId }) => {
    await use(new LiveRoom(page, cloud, testId))
  },
})
