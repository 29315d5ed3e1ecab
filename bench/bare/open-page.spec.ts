import { test } from '@playwright/test'
import { BARE_PAGES } from './pages.ts'

// One worker runs them all, one after the other; the first is the warm-up.
for (let page = 0; page <= BARE_PAGES; page += 1) {
  test(`opens the sample app and does nothing (${page || 'warm-up'})`, async ({ page }) => {
    await page.goto('/')
    await page.getByRole('banner').waitFor()
  })
}
