import { test as base } from '../fixtures/index.ts'
import { LiveRoom } from './live-room.ts'

export { expect, reply } from '../fixtures/index.ts'

/** The fixtures, plus the sample app: opened, with a token service of its own, not yet in a room. */
export const test = base.extend<{ app: LiveRoom }>({
  app: async ({ page, cloud }, use, { testId }) => {
    const app = new LiveRoom(page, cloud, testId)
    await app.open()
    await use(app)
  },
})
