import { expect as baseExpect } from '../fixtures/index.ts'
import { hurrying } from '../src/observe/matchers/hurrying.ts'
import { type EachRow, eachRow } from './each-row.ts'
import { Engine } from './engine.ts'
import { type ExpectedInControls, expectedInControls } from './expected-in-controls.ts'
import { LiveRoom } from './live-room.ts'
import { test as base } from './mutants/test.ts'
import { demandAnswered } from './reacting/answered.ts'
import { watchShown } from './reacting/shown.ts'
import { toReact } from './reacting/to-react.ts'
import { Viewer } from './viewer.ts'

export { makeToken, reply } from '../fixtures/index.ts'
export { forcedTagsOf, tagsOf } from './each-row.ts'

/** `expect` that knows `toSurface`, and `toReact` for the sample app and the bare page. */
export const expect = hurrying(baseExpect.extend({ toReact }))

interface Fixtures extends ExpectedInControls {
  app: LiveRoom
  engine: Engine
  /** The page that plays from the CDN. Skips the test where the vendor's player is not given. */
  viewer: Viewer
  eachRow: EachRow
  /** Another person with the sample app, in a browser context of her own, who has not joined yet. */
  newcomer: (userId: string) => Promise<LiveRoom>
}

/**
 * The fixtures, plus the sample app with a token service of its own, or a bare engine for calls that the app never makes.
 * Either opens when it is first used.
 */
export const test = base.extend<Fixtures>({
  app: async ({ page, cloud, zego, faultInjection }, use, testInfo) => {
    await watchShown(page)
    const app = new LiveRoom(page, cloud, testInfo.testId, zego)
    await use(app)
    if (faultInjection === 'on' && testInfo.status === 'passed') await demandAnswered(app)
  },
  engine: async ({ page, zego }, use, { testId }) => {
    await watchShown(page)
    await use(new Engine(page, testId, zego))
  },
  viewer: async ({ vendorPlayer: _, page, cloud, zego, faultInjection }, use, testInfo) => {
    await watchShown(page)
    const viewer = new Viewer(page, cloud, testInfo.testId, zego)
    await use(viewer)
    if (faultInjection === 'on' && testInfo.status === 'passed') await demandAnswered(viewer)
  },
  eachRow: ({ faultInjection, zego }, use) => use(eachRow(faultInjection, zego)),
  newcomer: ({ browser, cloud, zego }, use, { testId }) =>
    use(async (userId) => {
      const page = await (await browser.newContext()).newPage()
      await watchShown(page)
      return new LiveRoom(page, cloud, testId, zego, userId)
    }),
  ...expectedInControls,
})
