import type { LiveRoom } from '../live-room.ts'
import { expect, test } from '../test.ts'

async function fillShownName(of: LiveRoom, name: string): Promise<void> {
  await of.open()
  await of.page.getByRole('textbox', { name: 'Shown to others as' }).fill(name)
}

test('people are shown by the names they chose, and reached by their IDs', { tag: '@no-code' }, async ({
  app,
  newcomer,
}) => {
  const pupil = await newcomer('pupil')
  await fillShownName(pupil, 'The pupil')
  await pupil.goLive()
  await fillShownName(app, 'The teacher')
  await app.join()
  await app.sees('The pupil')
  await app.button('Show sound levels').click()
  await expect(app.soundLevels).toHaveText('The pupilheard')
  await expect(pupil.page.getByRole('list', { name: 'Watching' })).toHaveText('The teacher')

  for (const kind of [undefined, 'Barrage', 'Command', 'Transparent'] as const) {
    await app.say(`said as ${kind}`, kind)
    const line = pupil.message(`said as ${kind}`, 'sent')
    await expect(line).toContainText('The teacher')
  }
  await expect(app.alert).toBeHidden()
})
