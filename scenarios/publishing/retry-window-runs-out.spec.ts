import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('media has not got through for five minutes while live', { tag: ['@1103028', '@1103051'] }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.join()
  await app.page.getByRole('textbox', { name: 'Stream ID' }).fill('a-stream-of-mine')
  await app.button('Go live').click()
  await expect(app.publishing).toHaveText('Live')
  const cut = await faults.network.cut('media')
  await faults.time.advanceUntil('3m', () => zego.surfaced(1103028) !== undefined)
  await expect(zego).toSurface(1103028, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1103028, { retrying: true })
  await faults.time.jump('301s')
  await faults.time.advanceUntil('3m', () => zego.surfaced(1103051) !== undefined)
  await expect(zego).toSurface(1103051, { via: 'event:publisherStateUpdate' })
  await expect(app.publishing).toContainText('the attempt has ended')
  await expect(app).toReact(1103051)

  await cut.undo()
  await app.recover(live)
  // Nobody else has taken it.
  expect([...cloud.room(app.roomId).streams.keys()]).toEqual(['a-stream-of-mine'])
})
