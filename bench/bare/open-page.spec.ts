import { test } from '@playwright/test'

const PAGES = 3

// One worker runs them all, one after the other; the first is the warm-up.
for (let page = 0; page <= PAGES; page += 1) {
  test(`opens the sample app and does nothing (${page || 'warm-up'})`, async ({ page }) => {
    await page.goto('/')
    await page.getByRole('banner').waitFor()
  })
}
