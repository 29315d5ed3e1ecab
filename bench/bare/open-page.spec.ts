import { test } from '@playwright/test'

test('opens the sample app and does nothing', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('banner').waitFor()
})
