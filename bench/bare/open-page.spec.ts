import { test } from '@playwright/test'

const PAGES = 3

// Nothing leaves the machine: no name is looked up.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...args] })
  },
})

// One worker runs them all, one after the other; the first is the warm-up.
for (let page = 0; page <= PAGES; page += 1) {
  test(`opens the sample app and does nothing (${page || 'warm-up'})`, async ({ page }) => {
    await page.goto('/?appID=1234567890')
    await page.getByRole('textbox', { name: 'Room ID' }).waitFor()
  })
}
