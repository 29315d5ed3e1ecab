import { Site } from '../scenarios/harness/site.ts'
import { test as base } from '../scenarios/harness/test.ts'
import { bundle } from '../src/testing/bundle.ts'
import { App } from './app.ts'
import { newest, type SdkOption } from './sdks.ts'

export { expect, makeToken, reply } from '../fixtures/index.ts'

/** A page with one room, on the build of the SDK that the project is for. */
export const test = base.extend<{ app: App }, SdkOption & { site: Site }>({
  sdk: [newest, { option: true, scope: 'worker' }],
  site: [
    async ({ sdk }, use) => {
      const source = `import { ZegoExpressEngine } from '${sdk.module}'; window.ZegoExpressEngine = ZegoExpressEngine`
      const site = await Site.open({ sdk: await bundle(source) })
      await use(site)
      await site.close()
    },
    { scope: 'worker' },
  ],
  app: ({ page }, use) => use(new App(page)),
})
