import { expect, test } from '../test.ts'

const cases = [
  {
    device: 'microphone',
    other: 'camera',
    own: 'Live, without sound: your computer keeps the microphone muted',
    others: 'Playing, microphone muted',
  },
  {
    device: 'camera',
    other: 'microphone',
    own: 'Live, without a picture: your computer keeps the camera off',
    others: 'Playing',
  },
] as const

for (const { device, other, own, others } of cases)
  test(`the system mutes the ${device} of somebody who is live`, { tag: '@no-code' }, async ({
    app,
    faults,
    newcomer,
  }) => {
    const pupil = await newcomer('pupil')
    await pupil.join()
    await app.goLive()
    const tile = pupil.tile('host')
    await expect(tile.getByRole('status')).toHaveText('Playing')
    const cameraOff = tile.getByText('host has the camera off')

    await pupil.button('Show sound levels').click()
    await expect(pupil.soundLevels).toHaveText('hostheard')
    // The service has said that the stream is live when it is heard, and the SDK has read that when what comes later is. Of a device
    // that is muted before, the SDK tells the others that it is on: it looks once more, but only at what the page switched off.
    await pupil.say('I can hear you')
    await expect(app.page.getByRole('log')).toContainText('I can hear you')

    const muted = await faults.device.mute(device)
    await expect(app.publishing).toHaveText(own)
    await expect(tile.getByRole('status')).toHaveText(others)
    await expect(cameraOff).toBeVisible({ visible: device === 'camera' })
    await expect(pupil.soundLevels).toHaveText(device === 'camera' ? 'hostheard' : 'hostsilent')

    // The other one, too, for a while: that changes nothing for this one.
    const both = await faults.device.mute(other)
    await expect(tile.getByRole('status')).toHaveText('Playing, microphone muted')
    await expect(cameraOff).toBeVisible()
    await both.undo()
    await expect(app.publishing).toHaveText(own)
    await expect(tile.getByRole('status')).toHaveText(others)

    await muted.undo()
    await expect(app.publishing).toHaveText('Live')
    await expect(tile.getByRole('status')).toHaveText('Playing')
    await expect(cameraOff).toBeHidden()
    await expect(pupil.soundLevels).toHaveText('hostheard')
    await pupil.sees('host')
  })
