import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the gateway answers with SDP that cannot be read', { tag: '@1103025' }, async ({
  app,
  faults,
  zego,
}) => {
  const unreadable = await faults.media.unreadableAnswer()
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103025, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1103025)

  await unreadable.undo()
  await app.comesBack(live, 'Go live', () => app.button('Go live').click())
})
