import { expect, test } from '../test.ts'

/** How many pictures are shown in the next second of what plays. */
function picturesInASecond(element: Element): Promise<number> {
  const video = element as HTMLVideoElement
  const shown = () => video.getVideoPlaybackQuality().totalVideoFrames
  const [from, before] = [video.currentTime, shown()]
  return new Promise((resolve) => {
    const look = () =>
      video.currentTime - from < 1 ? requestAnimationFrame(look) : resolve(shown() - before)
    look()
  })
}

/** Of 255. What is black stays below it, codecs or not. */
const dark = 24

/** The mean of all points of the picture that is shown, of 255. */
function brightnessOf(element: Element): number {
  const canvas = Object.assign(document.createElement('canvas'), { width: 16, height: 12 })
  const context = canvas.getContext('2d')
  context?.drawImage(element as HTMLVideoElement, 0, 0, canvas.width, canvas.height)
  const { data = [] } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? {}
  const points = Array.from(data).filter((_, index) => index % 4 !== 3)
  return points.reduce((sum, value) => sum + value, 0) / points.length
}

test.describe('the other side', { tag: '@no-code' }, () => {
  test('switches camera and microphone off, freezes, and goes on', async ({ app, cloud }) => {
    const guest = await app.watch()
    const pictures = () => app.pictures('guest')
    const cameraOff = app.tile('guest').getByText('guest has the camera off')

    await app.button('Show sound levels').click()
    await expect(app.soundLevels).toHaveText('guestheard')
    const neighbour = cloud.room(app.roomId).join('neighbour')
    await neighbour.publish('neighbour-stream', { camera: false })
    await expect(app.soundLevels).toHaveText('guestheardneighbourheard')
    neighbour.leave()
    await expect(app.soundLevels).toHaveText('guestheard')
    guest.muteMicrophone()
    await expect(app.playing('guest-stream')).toHaveText('Playing, microphone muted')
    await expect(app.soundLevels).toHaveText('guestsilent')
    guest.muteMicrophone(false)
    await expect(app.playing('guest-stream')).toHaveText('Playing')
    await expect(app.soundLevels).toHaveText('guestheard')
    await app.button('Hide sound levels').click()
    await expect(app.soundLevels).toBeHidden()

    guest.muteCamera()
    await expect(cameraOff).toBeVisible()
    guest.muteCamera(false)
    await expect(cameraOff).toBeHidden()
    const before = await pictures()
    await expect.poll(pictures).toBeGreaterThan(before)

    // Nobody is told of a picture that stands still: only the sound goes on.
    guest.freeze()
    await expect.poll(() => app.video('guest').evaluate(picturesInASecond)).toBe(0)
    await expect(app.playing('guest-stream')).toHaveText('Playing')
    const frozen = await pictures()
    guest.freeze(false)
    await expect.poll(pictures).toBeGreaterThan(frozen)
  })

  test('has a cover on the camera, and takes it off', async ({ app }) => {
    const guest = await app.watch()
    const brightness = () => app.video('guest').evaluate(brightnessOf)
    await expect.poll(brightness).toBeGreaterThan(dark)

    // Pictures go on, and nobody is told that there is nothing to be seen on them.
    guest.coverCamera()
    await expect.poll(brightness).toBeLessThan(dark)
    await app.sees('guest')
    await expect(app.playing('guest-stream')).toHaveText('Playing')
    guest.coverCamera(false)
    await expect.poll(brightness).toBeGreaterThan(dark)
  })

  test('comes, speaks in every way that there is, and leaves', async ({ app, cloud }) => {
    const watching = app.page.getByRole('list', { name: 'Watching' })
    const neighbour = cloud.room(app.roomId).join('neighbour')
    await app.join()
    await expect(watching).toHaveText('neighbour')
    neighbour.leave()
    await expect(watching).toBeHidden()
    const guest = cloud.room(app.roomId).join('guest')
    await expect(watching).toHaveText('guest')

    guest.say('a message')
    guest.barrage('a line for the moment')
    guest.command(app.userId, 'a command')
    guest.transparent('bytes of the app’s own')
    for (const text of ['a message', 'a line for the moment', 'a command', 'bytes of the app’s own'])
      await expect(app.message(text, 'sent')).toBeVisible()

    // Whoever has two streams is one person, who no longer just watches.
    const people = app.page.getByRole('region', { name: 'People' })
    await guest.publish('guest-camera')
    await guest.publish('guest-screen')
    for (const streamId of ['guest-camera', 'guest-screen'])
      await expect(app.playing(streamId)).toHaveText('Playing')
    await expect(people).toContainText('People1')
    await expect(watching).toBeHidden()
    guest.leave()
    await expect(people).toHaveText('PeopleNobody else is here yet.')
  })

  test('is gone without a goodbye, is missed, and comes back', async ({ app, faults, zego }) => {
    const guest = await app.watch()
    guest.vanish()
    await expect(app.tile('guest')).toBeVisible()

    const { evidence } = await faults.time.advance('100s', { of: 'cloud' })
    expect(evidence).toMatchObject({ of: 'cloud' })
    await expect(app.tile('guest')).toHaveCount(0)
    const missed = ['DELETE', expect.stringContaining('user_heart_beat_timeout')]
    await expect
      .poll(() => zego.timeline.all)
      .toContainEqual(
        expect.objectContaining({ name: 'roomStreamUpdate', payload: expect.arrayContaining(missed) }),
      )

    await guest.comeBack()
    await expect(app.playing('guest-stream')).toHaveText('Playing')
    await app.sees('guest')
  })
})
