import { picturesIn } from '../live-room.ts'
import { expect, test } from '../test.ts'

test('the person mutes herself, turns the camera off, and turns both on again', { tag: '@no-code' }, async ({
  app,
  newcomer,
}) => {
  const pupil = await newcomer('pupil')
  await pupil.join()
  await app.goLive()
  const status = pupil.tile('host').getByRole('status')
  const othersTold = pupil.tile('host').getByText('host has the camera off')
  const selfTold = app.page.getByText('Your camera is off')
  await expect(status).toHaveText('Playing')
  await expect(pupil.page.getByRole('region', { name: 'People' })).toContainText('People1')
  await pupil.button('Show sound levels').click()
  await expect(pupil.soundLevels).toHaveText('hostheard')

  await app.button('Mute microphone').click()
  await expect(status).toHaveText('Playing, microphone muted')
  await expect(pupil.soundLevels).toHaveText('hostsilent')
  await pupil.sees('host')
  await expect(selfTold).toBeHidden()

  // Another microphone is as silent; that the camera is off is told after whatever came of it.
  await app.page.getByLabel('Microphone').selectOption({ index: 2 })
  await app.button('Turn camera off').click()
  await expect(othersTold).toBeVisible()
  await expect(status).toHaveText('Playing, microphone muted')
  await expect(selfTold).toBeVisible()

  await app.button('Unmute microphone').click()
  await expect(status).toHaveText('Playing')
  await expect(pupil.soundLevels).toHaveText('hostheard')
  await expect(othersTold).toBeVisible()
  await expect(app.page.getByText(/^0 \+ [1-9]\d* kbit\/s$/)).toBeVisible()
  await expect(app.publishing).toHaveText('Live')

  await app.button('Turn camera on').click()
  await expect(othersTold).toBeHidden()
  await expect(selfTold).toBeHidden()
  await pupil.sees('host')

  // Who is muted stays so when she goes live again, with the same devices.
  await app.button('Mute microphone').click()
  await expect(pupil.soundLevels).toHaveText('hostsilent')
  await app.button('End live').click()
  await expect(pupil.tile('host')).toHaveCount(0)
  await app.button('Go live').click()
  await expect(status).toHaveText('Playing, microphone muted')
  await expect(pupil.soundLevels).toHaveText('hostsilent')

  // Devices that are opened anew are heard and seen, and that is what she is told.
  await app.button('End live').click()
  await app.button('Stop preview').click()
  for (const name of ['Mute microphone', 'Turn camera off', 'Beautify', 'Change the picture', 'Play a chime'])
    await expect(app.page.getByRole('button', { name, exact: true })).toBeDisabled()
  await expect(app.page.getByRole('option', { name: 'No camera' })).toBeEnabled()
  await app.button('Go live').click()
  await expect(status).toHaveText('Playing')
  await expect(pupil.soundLevels).toHaveText('hostheard')
  await expect(app.button(/^Mute microphone$/)).toBeVisible()
  const pictures = () => picturesIn(app.page.getByLabel('Your preview'))
  const before = await pictures()
  await expect.poll(pictures).toBeGreaterThan(before)

  // Who has no microphone and turns the camera off is told that nothing gets to the others.
  await app.button('End live').click()
  await app.button('Stop preview').click()
  await app.page.getByLabel('Microphone').selectOption('No microphone')
  await app.button('Go live').click()
  await expect(app.publishing).toHaveText('Live')
  await expect(app.publishing).not.toHaveAttribute('data-lacking')
  await app.button('Turn camera off').click()
  await expect(app.publishing).toHaveText('Live, but sending nothing')
  await expect(app.publishing).toHaveAttribute('data-lacking')
})
