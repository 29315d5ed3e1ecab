import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the service forbids the stream while it is live', { tag: '@1003025' }, async ({
  app,
  faults,
  zego,
}) => {
  await app.goLive()
  await app.button('Describe').click()
  await expect(app.alert).toContainText('Your stream was not described')
  const forbidden = await faults.media.forbid({ role: 'publisher' })
  await expect(zego).toSurface(1003025, { via: 'event:publisherStateUpdate' })
  await expect(app.publishing).toContainText('the attempt has ended')
  await expect(app).toReact(1003025)
  await expect(app.alert).not.toContainText('Your stream was not described')

  await forbidden.undo()
  await app.comesBack(live, 'Go live', () => app.button('Go live').click())
})
