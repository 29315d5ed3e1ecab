import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the gateway answers the description of the stream with nothing', { tag: '@1103024' }, async ({
  app,
  faults,
  zego,
}) => {
  // Only then is a session made first, and described afterwards.
  app.settings = { engine: { turnOnly: true } }
  const empty = await faults.media.emptyAnswer('MediaDescReq')
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103024, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1103024, { retrying: true })

  await app.comesBack(live, 'an answer', () => empty.undo())
})
