import { expect, test } from '../test.ts'

const rows = [
  { code: 1103022, method: 'createOffer', says: /could not prepare the stream.*up-to-date/i },
  { code: 1103023, method: 'setLocalDescription', says: /could not set up the stream.*up-to-date/i },
] as const

for (const { code, method, says } of rows) {
  test(`the browser fails in ${method} when it is to publish`, { tag: `@${code}` }, async ({
    app,
    faults,
    zego,
  }) => {
    await faults.browser.broken(method)
    await app.join()
    await app.button('Go live').click()
    await expect(zego).toSurface(code, { via: 'event:publisherStateUpdate' })
    await expect(app.publishing).toContainText('the attempt has ended')
    await expect(app.alert).toContainText(says)
  })
}
