import { expect } from 'vitest'
import { DeviceFaults } from './device.ts'
import { attemptCapture } from './in-page/probe.ts'
import { browserOf } from './kit/target.ts'
import { capture, notices } from './testing/page.ts'
import { onStage } from './testing/target.ts'

const test = onStage('default')

test('a camera that is unplugged while live ends, and works again when plugged back', async ({ target }) => {
  const device = new DeviceFaults(target)
  const label = target.stage.camera.path
  await target.page.goto(target.baseURL)
  await capture(target.page, { audio: true, video: true })

  const receipt = await device.unplug('camera')
  expect(receipt).toMatchObject({
    means: 'real',
    evidence: { listed: { before: [label], after: [] }, ended: [label] },
  })
  await notices(target.page, { ended: ['video'], deviceChanges: 1 })
  expect(await attemptCapture(target.page, { video: true })).toMatchObject({ outcome: 'NotFoundError' })

  expect(await device.plug('camera')).toMatchObject({
    evidence: { listed: [label] },
    preparation: true,
  })
  expect(await attemptCapture(target.page, { video: true })).toMatchObject({ outcome: 'captured' })
})

test('a camera can be missing before the app is opened, and restore brings it back', async ({ target }) => {
  const device = new DeviceFaults(target)
  await device.unplug('camera')
  await target.page.goto(target.baseURL)
  expect(await attemptCapture(target.page, { video: true })).toMatchObject({ outcome: 'NotFoundError' })
  await device.restore()
  expect(await attemptCapture(target.page, { video: true })).toMatchObject({ outcome: 'captured' })
})

test('a camera that a test made beside stays when the one of the stage is unplugged', async ({ target }) => {
  const device = new DeviceFaults(target)
  const session = await browserOf(target).newBrowserCDPSession()
  await session.send('Browser.addMockCamera' as 'Browser.close', { deviceId: 'beside' } as never)
  await target.page.goto(target.baseURL)
  const receipt = await device.unplug('camera')
  expect(receipt).toMatchObject({ means: 'real', evidence: { listed: { after: [expect.any(String)] } } })
  expect(await attemptCapture(target.page, { video: true })).toMatchObject({ outcome: 'captured' })
  await device.plug('camera')

  // Both are captured, and the one that is named is really pulled out.
  await target.page.evaluate(async () => {
    const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(
      ({ kind }) => kind === 'videoinput',
    )
    const ids = cameras.map(({ deviceId }) => ({ video: { deviceId: { exact: deviceId } } }))
    const streams = await Promise.all(ids.map((each) => navigator.mediaDevices.getUserMedia(each)))
    window.stream = new MediaStream(streams.flatMap((each) => each.getTracks()))
  })
  const { path: label } = target.stage.camera
  const pulled = await device.unplug('camera', { label })
  expect(pulled).toMatchObject({ means: 'real', evidence: { ended: [label] } })
  const states = await target.page.evaluate(() => window.stream.getTracks().map((track) => track.readyState))
  expect(states.toSorted()).toEqual(['ended', 'live'])
  expect(await device.plug('camera', { label })).toMatchObject({ means: 'real' })
  await session.detach() // which takes it away again
})

test('microphones that are unplugged leave the list by a patch and end for real', async ({ target }) => {
  const device = new DeviceFaults(target)
  await target.page.goto(target.baseURL)
  await capture(target.page, { audio: true, video: true })

  const receipt = await device.unplug('microphone')
  expect(receipt).toMatchObject({
    means: 'patched',
    why: expect.stringContaining('fake microphones'),
    evidence: { listed: { after: [] }, ended: ['Fake Default Audio Input'] },
  })
  await notices(target.page, { ended: ['audio'], deviceChanges: 1 })
  expect(await attemptCapture(target.page, { audio: true })).toMatchObject({ outcome: 'NotFoundError' })

  await device.plug('microphone')
  await notices(target.page, { ended: ['audio'], deviceChanges: 2 })
  expect(await attemptCapture(target.page, { audio: true })).toMatchObject({ outcome: 'captured' })
})

const DEFAULT = 'Fake Default Audio Input'
const [ONE, OTHER] = ['Fake Audio Input 1', 'Fake Audio Input 2']

test('one microphone of several leaves the list, and only what it captured ends', async ({ target }) => {
  const device = new DeviceFaults(target)
  await target.page.goto(target.baseURL)
  await capture(target.page, { audio: true })
  expect(await device.unplug('microphone', { label: ONE })).toMatchObject({
    means: 'patched',
    why: expect.stringContaining('one by one'),
    evidence: { listed: { before: [DEFAULT, ONE, OTHER], after: [DEFAULT, OTHER] }, ended: [] },
  })
  await notices(target.page, { ended: [], deviceChanges: 1 })
  const inUse = await device.unplug('microphone', { label: DEFAULT })
  expect(inUse).toMatchObject({ evidence: { listed: { after: [OTHER] }, ended: [DEFAULT] } })
  await notices(target.page, { ended: ['audio'], deviceChanges: 2 })

  await capture(target.page, { audio: true })
  expect(await target.page.evaluate(() => window.stream.getTracks().map(({ label }) => label))).toEqual([
    OTHER,
  ])
  await device.unplug('microphone', { label: OTHER })
  expect(await attemptCapture(target.page, { audio: true })).toMatchObject({ outcome: 'NotFoundError' })

  expect(await device.plug('microphone', { label: ONE })).toMatchObject({ evidence: { listed: [ONE] } })
  await inUse.undo()
  await device.restore()
  expect(await attemptCapture(target.page, { audio: true })).toMatchObject({ outcome: 'captured' })
})

test('a microphone that is gone cannot be asked for, the others can', async ({ target }) => {
  const device = new DeviceFaults(target)
  await target.page.goto(target.baseURL)
  const ids = await target.page.evaluate(async () => {
    const all = await navigator.mediaDevices.enumerateDevices()
    return Object.fromEntries(all.map(({ label, deviceId }) => [label, deviceId]))
  })
  await device.unplug('microphone', { label: ONE })
  const ask = (deviceId: ConstrainDOMString) => attemptCapture(target.page, { audio: { deviceId } })
  expect(await ask({ exact: ids[ONE] ?? '' })).toMatchObject({ outcome: 'OverconstrainedError' })
  expect(await ask({ exact: 'no such' })).toMatchObject({ outcome: 'OverconstrainedError' })
  expect(await ask({ exact: ids[OTHER] ?? '' })).toMatchObject({ outcome: 'captured' })
  expect(await ask(ids[ONE] ?? '')).toMatchObject({ outcome: 'captured' })
})

test('a device that there is not is refused, with those that there are', async ({ target }) => {
  const device = new DeviceFaults(target)
  await target.page.goto(target.baseURL)
  for (const act of ['unplug', 'plug'] as const)
    await expect(device[act]('microphone', { label: 'Headset' })).rejects.toThrow(
      `There is no microphone named "Headset". There is: "${DEFAULT}", "${ONE}", "${OTHER}".`,
    )
})

test('a loose camera is back at once, but what it captured has ended', async ({ target }) => {
  const device = new DeviceFaults(target)
  await target.page.goto(target.baseURL)
  await capture(target.page, { video: true })
  const { evidence } = await device.loose('camera')
  const label = target.stage.camera.path
  expect(evidence).toMatchObject({ ended: [label], listed: { away: [], after: [label] } })
  expect(evidence.awayMs).toBeLessThan(500)
  await notices(target.page, { ended: ['video'], deviceChanges: 2 })
})

test.for(['camera', 'microphone'] as const)(
  'a %s that crashes ends but stays usable',
  async (kind, { target }) => {
    const request = kind === 'camera' ? ({ video: true } as const) : ({ audio: true } as const)
    await target.page.goto(target.baseURL)
    await capture(target.page, request)
    const { evidence } = await new DeviceFaults(target).crash(kind)
    expect(evidence.ended).toHaveLength(1)
    expect(await attemptCapture(target.page, request)).toMatchObject({ outcome: 'captured' })
  },
)

test('a frozen camera stays live without frames until it is thawed', async ({ target }) => {
  const device = new DeviceFaults(target)
  await target.page.goto(target.baseURL)
  await capture(target.page, { video: true })
  const { evidence } = await device.freeze()
  expect(evidence.states).toMatchObject([{ readyState: 'live' }])
  await device.restore()
  expect(await attemptCapture(target.page, { video: true })).toMatchObject({ outcome: 'captured' })
})

test('a camera that is frozen before anybody captures leaves who asks without an answer until it is undone', async ({
  target,
}) => {
  const device = new DeviceFaults(target)
  const silent = await device.freeze()
  expect(silent).toMatchObject({ means: 'real', evidence: { attempt: { outcome: 'pending' } } })
  await target.page.goto(target.baseURL)
  const asked = capture(target.page, { video: true }).then(() => 'answered')
  await silent.undo()
  expect(await asked).toBe('answered')
})

test('a busy camera is listed but cannot be opened', async ({ target }) => {
  const device = new DeviceFaults(target)
  expect(await device.busy('camera')).toMatchObject({
    means: 'patched',
    evidence: { attempts: { camera: { outcome: 'NotReadableError' } } },
  })
  await target.page.goto(target.baseURL)
  expect(await attemptCapture(target.page, { video: true })).toMatchObject({ outcome: 'NotReadableError' })
  expect(await attemptCapture(target.page, { audio: true })).toMatchObject({ outcome: 'captured' })
  await device.restore()
  expect(await attemptCapture(target.page, { video: true })).toMatchObject({ outcome: 'captured' })
})

test('a broken device is listed and free, but does not start, and the other kind does', async ({
  target,
}) => {
  const device = new DeviceFaults(target)
  await target.page.goto(target.baseURL)
  const broken = await device.broken('microphone')
  expect(broken).toMatchObject({
    means: 'patched',
    evidence: {
      attempts: { microphone: { message: 'Timeout starting audio source', outcome: 'AbortError' } },
    },
  })
  expect(await attemptCapture(target.page, { video: true })).toMatchObject({ outcome: 'captured' })
  await broken.undo()
  expect(await attemptCapture(target.page, { audio: true })).toMatchObject({ outcome: 'captured' })
})

test('what the system mutes stays live and silent, and goes on as the page left it', async ({ target }) => {
  const device = new DeviceFaults(target)
  await target.page.goto(target.baseURL)
  await expect(device.mute('microphone')).rejects.toThrow('nothing is captured')
  await capture(target.page, { audio: true })
  const read = () =>
    target.page.evaluate(() => {
      const [track] = window.stream.getTracks() as [MediaStreamTrack]
      return { enabled: track.enabled, muted: track.muted, readyState: track.readyState }
    })
  const [first, second] = [await device.mute('microphone'), await device.mute('microphone')]
  expect(first).toMatchObject({ means: 'patched', evidence: { muted: [DEFAULT] } })
  expect(await read()).toEqual({ enabled: true, muted: true, readyState: 'live' })
  await target.page.evaluate(() => {
    for (const track of window.stream.getTracks()) track.enabled = false
  })
  await second.undo()
  expect(await read()).toEqual({ enabled: false, muted: true, readyState: 'live' })
  await first.undo()
  expect(await read()).toEqual({ enabled: false, muted: false, readyState: 'live' })
})

test('what captures a muted device anew is muted too, and what captures another one is not', async ({
  target: { page, ...target },
}) => {
  const device = new DeviceFaults({ page, ...target })
  await page.goto(target.baseURL)
  await capture(page, { audio: true })
  const muted = await device.mute('microphone')
  await page.evaluate(async () => {
    const [track] = window.stream.getTracks() as [MediaStreamTrack]
    const devices = await navigator.mediaDevices.enumerateDevices()
    const deviceId = devices.find(({ label }) => label === 'Fake Audio Input 1')?.deviceId ?? ''
    const asked = [{ audio: true }, { audio: { deviceId: { exact: deviceId } } }]
    const streams = await Promise.all(asked.map((each) => navigator.mediaDevices.getUserMedia(each)))
    const later = [track.clone(), ...[window.stream.clone(), ...streams].flatMap((each) => each.getTracks())]
    Object.assign(window, { later })
  })
  const read = () =>
    page.evaluate(() =>
      (window as unknown as { later: MediaStreamTrack[] }).later.map(({ enabled, muted }) => ({
        enabled,
        muted,
      })),
    )
  const [silent, heard] = [
    { enabled: true, muted: true },
    { enabled: true, muted: false },
  ]
  expect(await read()).toEqual([silent, silent, silent, heard])
  await muted.undo()
  expect(await read()).toEqual([heard, heard, heard, heard])

  await device.mute('microphone')
  await page.reload()
  await capture(page, { audio: true })
  const isMuted = () => page.evaluate(() => window.stream.getTracks().map(({ muted }) => muted))
  expect(await isMuted()).toEqual([true])
  await device.restore()
  expect(await isMuted()).toEqual([false])
})

test('a speaker leaves the list, and nothing new plays through it', async ({ target }) => {
  const device = new DeviceFaults(target)
  const [first, second, third] = ['Fake Default Audio Output', 'Fake Audio Output 1', 'Fake Audio Output 2']
  await target.page.goto(target.baseURL)
  const playThrough = (id: string) =>
    target.page.evaluate(
      (id) =>
        new Audio().setSinkId(id).then(
          () => 'plays',
          ({ name }) => String(name),
        ),
      id,
    )
  const [gone, left] = await target.page.evaluate(async () => {
    const all = await navigator.mediaDevices.enumerateDevices()
    return all.flatMap(({ kind, deviceId }) => (kind === 'audiooutput' ? deviceId : [])).slice(1)
  })
  expect(await device.unplug('speaker', { label: second })).toMatchObject({
    means: 'patched',
    why: expect.stringContaining('setSinkId'),
    evidence: { listed: { before: [first, second, third], after: [first, third] }, attempt: 'NotFoundError' },
  })
  expect(await playThrough(gone ?? '')).toBe('NotFoundError')
  expect(await playThrough(left ?? '')).toBe('plays')
  await device.plug('speaker', { label: second })
  expect(await playThrough(gone ?? '')).toBe('plays')
  expect(() => device.unplug('speaker')).toThrow('Name the speaker')
})

test('a device that no longer exists cannot be asked for', async ({ target }) => {
  const { deviceID, evidence } = await new DeviceFaults(target).overConstrained('microphone')
  expect(deviceID).toMatch(/^[0-9a-f]{64}$/)
  expect(evidence).toMatchObject({ attempt: { outcome: 'OverconstrainedError' } })
})

test('listing the devices can fail', async ({ target }) => {
  expect(await new DeviceFaults(target).failEnumeration()).toMatchObject({
    means: 'patched',
    evidence: { error: 'InvalidStateError' },
  })
})

test('a fault that needs a live track is not injected without one', async ({ target }) => {
  const device = new DeviceFaults(target)
  await target.page.goto(target.baseURL)
  const live = /was not injected: expected a live (camera|microphone) track/
  await expect(device.loose('camera')).rejects.toThrow(live)
  await expect(device.crash('microphone')).rejects.toThrow(live)
  expect(target.stage.camera.plugged).toBe(true)
})

test('a fault on the wrong stage names the stage and the option to set', async ({ target }) => {
  const device = new DeviceFaults(target)
  await expect(device.none()).rejects.toThrow(
    /stage 'default'[\s\S]*test\.use\(\{ browserStage: 'no-devices' \}\)/,
  )
  await expect(device.busy('microphone')).rejects.toThrow(
    /test\.use\(\{ browserStage: 'busy-microphone' \}\)/,
  )
})

test('an unknown kind is refused with the valid ones', async ({ target }) => {
  await expect(new DeviceFaults(target).unplug('webcam' as 'camera')).rejects.toThrow(
    /This fault takes 'camera' or 'microphone', not "webcam"/,
  )
})
