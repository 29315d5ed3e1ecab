import { alignedToMs, msBetweenTimers } from '../../src/faults/in-page/throttled-timers.ts'
import { expect, test } from '../test.ts'

test('the tab is in the background from the start, and the class goes on', { tag: '@no-code' }, async ({
  app,
  faults,
  newcomer,
}) => {
  const pupil = await newcomer('pupil')
  await pupil.join()
  const away = await faults.browser.hidden({ throttled: true })
  await app.goLive()
  // The app is another document than the one in which the fault was read back.
  expect(await app.page.evaluate(msBetweenTimers)).toBeGreaterThan(alignedToMs / 4)
  await pupil.sees('host')
  await pupil.say('are you there?')
  const log = app.page.getByRole('log')
  await expect(log).toContainText('are you there?')

  await away.undo()
  await app.say('back again')
  await expect(pupil.page.getByRole('log')).toContainText('back again')
  await expect(app.publishing).toHaveText('Live')
  await pupil.sees('host')
})
