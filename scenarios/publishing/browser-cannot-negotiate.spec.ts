import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

const rows = [
  { code: 1103022, method: 'createOffer' },
  { code: 1103023, method: 'setLocalDescription' },
] as const

for (const { code, method } of rows) {
  test(`the browser fails in ${method} when it is to publish`, { tag: `@${code}` }, async ({
    app,
    faults,
    zego,
  }) => {
    const broken = await faults.browser.broken(method)
    await app.join()
    await app.button('Go live').click()
    await expect(zego).toSurface(code, { via: 'event:publisherStateUpdate' })
    await expect(app.publishing).toContainText('the attempt has ended')
    await expect(app).toReact(code)

    await broken.undo()
    await app.comesBack(live, 'Go live', () => app.button('Go live').click())
  })
}
