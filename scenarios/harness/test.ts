import type { FrameLocator, Locator, Page } from '@playwright/test'
import { test as base } from '../../fixtures/index.ts'
import { type ExpectedInControls, expectedInControls } from '../expected-in-controls.ts'
import { Site, type SiteOptions } from './site.ts'

export { expect } from '../../fixtures/index.ts'

/** One room of a page, as a person finds it. */
export function room(page: Page | FrameLocator, roomId = 'room-1') {
  const section = page.getByRole('region', { name: roomId })
  const button = (name: string): Locator => section.getByRole('button', { name })
  return { button, status: section.getByRole('status'), alert: section.getByRole('alert') }
}

interface Sites {
  /** Where the customer's app is. */
  site: Site
  /** Another origin, whose documents get a process of their own. */
  otherSite: Site
  /** Over HTTPS; its policy lets nothing run but its own scripts. */
  strictSite: Site
}

/** The fixtures as a customer uses them, on a web site that never heard of them. */
export const test = base.extend<ExpectedInControls, Sites>({
  ...expectedInControls,
  site: [({ playwright: _ }, use) => serve(use), { scope: 'worker' }],
  otherSite: [
    ({ playwright: _ }, use) => serve(use, { headers: { 'Origin-Agent-Cluster': '?1' } }),
    { scope: 'worker' },
  ],
  strictSite: [
    ({ playwright: _ }, use) =>
      serve(use, {
        secure: true,
        headers: {
          'Content-Security-Policy': "default-src 'self'; connect-src 'self' https: wss:; worker-src blob:",
        },
      }),
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site.origin),
})

async function serve(use: (site: Site) => Promise<void>, options?: SiteOptions): Promise<void> {
  const site = await Site.open(options)
  await use(site)
  await site.close()
}
