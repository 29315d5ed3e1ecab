import { beforeEach, expect, test } from 'vitest'
import type { Receipt } from '../../faults/kit/receipt.ts'
import { fakeDocument } from '../testing/fake-document.ts'
import { expect as expectSurface } from './expect.ts'
import { beginPatiently, whenHurried } from './hurrying.ts'

beforeEach(beginPatiently)

const unplugged: Receipt = { fault: 'device.unplug', means: 'real', at: 1000, evidence: { track: 'ended' } }

async function failureOf(assertion: Promise<void>): Promise<string> {
  const outcome = await assertion.then(
    () => undefined,
    (error: Error) => error.message,
  )
  return outcome ?? expect.fail('the assertion passed')
}

test('waits for the code to surface on its channel', async () => {
  const { zego, event } = fakeDocument()
  zego.faults.push(unplugged)
  setTimeout(() => event('deviceError', [1006006, 'camera'], 1200), 20)

  await expectSurface(zego).toSurface(1006006, { via: 'event:deviceError' })

  expect(zego.claims).toMatchObject([
    { code: 1006006, via: 'event:deviceError', negated: false, passed: true },
  ])
})

test('counts nothing from before the first fault', async () => {
  const { zego, event } = fakeDocument()
  event('deviceError', [1006006, 'camera'], 900)
  zego.faults.push(unplugged)

  const failure = await failureOf(expectSurface(zego).toSurface(1006006, { timeout: 10 }))

  expect(failure).toContain('1006006 had surfaced via event:deviceError before the fault (-100 ms)')
})

test('what only developers and ZEGO hear counts when it is asked for', async () => {
  const { zego } = fakeDocument()
  zego.faults.push(unplugged)
  zego.telemetry([{ name: '/liveroom/tempbroken', tags: { error: 1000017 }, end_time: 1051 }])

  const failure = await failureOf(expectSurface(zego).toSurface(1000017, { timeout: 10 }))

  expect(failure).toContain('1000017 came only where no app hears it: telemetry:/liveroom/tempbroken')
  expect(failure).toContain("{ via: 'telemetry' }")
  await expectSurface(zego).toSurface(1000017, { via: 'telemetry' })
  expect(await failureOf(expectSurface(zego).not.toSurface(1000017))).toContain('but was expected not to.')
})

test('says first how long the code takes, and how a test has that time', async () => {
  const { zego } = fakeDocument()
  zego.faults.push({ ...unplugged, at: Date.now() })
  const failure = await failureOf(expectSurface(zego).toSurface(1103028, { timeout: 10 }))
  expect(failure).toContain(
    "within 10 ms. It takes 15 to 30 s after the last packet of media, on ICE's own clock.",
  )
  expect(failure).toContain('To have that time: { timeout: 35000 }; or faults.time.control() before')

  zego.faults.push({
    ...unplugged,
    fault: 'time.advance',
    at: Date.now(),
    evidence: { movedMs: 60_000, realMs: 9 },
  })
  expect(await failureOf(expectSurface(zego).toSurface(1103028, { timeout: 10 }))).not.toContain('It takes')
})

test('says nothing of a time that this version of the SDK does not take', async () => {
  const failureIn = async (version: string) => {
    const { zego } = fakeDocument({ version })
    zego.faults.push({ ...unplugged, at: Date.now() })
    return failureOf(expectSurface(zego).toSurface(1000017, { timeout: 10 }))
  }
  expect(await failureIn('3.12.0')).toContain('It takes 8 s after the link to the room is lost')
  expect(await failureIn('3.5.0')).not.toContain('It takes')
})

test('says first that this version does not give the code, and what it says instead', async () => {
  const { zego } = fakeDocument({ version: '3.10.0' })
  zego.faults.push({ ...unplugged, fault: 'network.cut', at: Date.now() })
  const failure = await failureOf(expectSurface(zego).toSurface(1000017, { timeout: 10 }))
  expect(failure).toContain('within 10 ms. SDK 3.10.0 does not give it.')
  expect(failure).toContain(
    "Ask for that once the link is back: await expect(zego).toEmit('roomStateChanged', 'RECONNECTING').",
  )
  expect(failure).not.toContain('To have that time')
})

test('of a version that was not tried, it says what the builds on both sides do', async () => {
  const { zego } = fakeDocument({ version: '3.9.0' })
  zego.faults.push({ ...unplugged, fault: 'network.cut', at: Date.now() })
  const failure = await failureOf(expectSurface(zego).toSurface(1000017, { timeout: 10 }))
  expect(failure).toContain(
    'The app has SDK 3.9.0, which was not tried: 3.10.0 surfaces no code for "signaling cut and back", and tells ' +
      "RECONNECTING without a code; 3.5.0 surfaces it. If yours is like 3.10.0, once the link is back: await expect(zego).toEmit('roomStateChanged', 'RECONNECTING').",
  )
  expect(failure).toContain('To have that time: { timeout: 13000 }')
})

test('what is no code, or no saying of an event, is refused: it could never come', async () => {
  const { zego } = fakeDocument()
  for (const wrong of ['1002055', Number.NaN, 1002055.5])
    expect(
      await failureOf(expectSurface(zego).not.toSurface(wrong as number, { undocumented: true })),
    ).toContain('A result code is a number: toSurface(100')
  const options = { timeout: 10 } as unknown as string
  expect(await failureOf(expectSurface(zego).not.toEmit('roomStateChanged', options))).toContain(
    "Options come after it: toEmit('roomStateChanged', undefined, { … }).",
  )
})

test('an event is asked for by what it says, and told of when it does not come', async () => {
  const { zego, event } = fakeDocument()
  event('roomStateChanged', ['room-1', 'RECONNECTING', 0, ''])
  await expectSurface(zego).toEmit('roomStateChanged')
  await expectSurface(zego).toEmit('roomStateChanged', 'RECONNECTING')
  await expectSurface(zego).not.toEmit('roomStateChanged', 'KICKOUT')
  expect(await failureOf(expectSurface(zego).toEmit('roomStateChanged', 'KICKOUT', { timeout: 10 }))).toMatch(
    /roomStateChanged with "KICKOUT" did not come within 10 ms\..*Seen since.*RECONNECTING/s,
  )
  expect(await failureOf(expectSurface(zego).toEmit('roomStateChange'))).toContain(
    'Did you mean roomStateChanged',
  )
})

test('what is said without a code to nobody in the app is folded, and tokens are cut short', async () => {
  const { zego, call } = fakeDocument()
  const token = `04${'A'.repeat(300)}`
  call(1, 'loginRoom', 'pending', { args: ['room-1', token] })
  for (const name of ['/sdk/init', '/sdk/login', '/cloud_setting/cache'])
    zego.telemetry([{ name, tags: { error: 0, token } }])

  const failure = await failureOf(expectSurface(zego).toSurface(1002055, { timeout: 10 }))

  expect(failure).toContain('… and 3 more without a code, on telemetry')
  expect(failure).not.toContain('A'.repeat(20))
})

test('says what the app turned off where the code could be logged alone', async () => {
  const { zego, call } = fakeDocument()
  call(1, 'setLogConfig', 'returned', { args: [{ logLevel: 'disable' }], result: true })

  const failure = await failureOf(expectSurface(zego).toSurface(1103030, { via: 'console', timeout: 10 }))

  expect(failure).toContain('setLogConfig({"logLevel":"disable"})')
})

test('counts from a later fault when asked to', async () => {
  const { zego, event } = fakeDocument()
  zego.faults.push(unplugged)
  event('deviceError', [1006006, 'camera'], 1500)
  const second = { ...unplugged, at: 2000 }

  await failureOf(expectSurface(zego).toSurface(1006006, { since: second, timeout: 10 }))
  await expectSurface(zego).toSurface(1006006, { since: 1000 })
})

test('fails with the story of what happened', async () => {
  const { zego, event, call } = fakeDocument()
  zego.faults.push(unplugged)
  event('deviceError', [1106008, 'camera'], 1012, 0)
  event('publisherStateUpdate', [{ state: 'PUBLISH_REQUESTING', errorCode: 0 }], 1020)
  event('publisherStateUpdate', [{ state: 'PUBLISH_REQUESTING', errorCode: 0 }], 1520)
  call(1, 'useVideoDevice', 'rejected', { args: [], error: { errorCode: 1006006 } }, 1310)
  call(2, 'loginRoom', 'pending', { args: ['room-1'] }, 1400)

  const failure = await failureOf(
    expectSurface(zego).toSurface(1006006, { via: 'event:deviceError', timeout: 10 }),
  )

  const [, ...story] = failure.split('\n\n')
  expect(story.slice(0, -1).join('\n\n')).toMatchInlineSnapshot(`
    "1006006 did not surface via event:deviceError within 10 ms.

    The fault:
      +0 ms  device.unplug  (real)  {"track":"ended"}

    Seen since, on every channel:
         +12 ms  event  deviceError                 1106008  [1106008,"camera"] (nobody listens)
         +20 ms  event  publisherStateUpdate        0        [{"state":"PUBLISH_REQUESTING","errorCode":0}] ×2, last at +520 ms
        +310 ms  api    useVideoDevice rejected     1006006  {"errorCode":1006006}
        +400 ms  api    loginRoom is still pending           ["room-1"]

    Nearest misses:
      - 1006006 surfaced, but via api:useVideoDevice (+310 ms)
      - event:deviceError carried 1106008 instead (+12 ms)"
  `)
  expect(story.at(-1)).toMatch(
    /^What the documentation says about 1006006: .+\n {2}Cause .+\n {2}Advice .+\n {2}Channels /,
  )
})

test('says that the app did not make the call by which the code was to come', async () => {
  const { zego, call } = fakeDocument()
  zego.faults.push(unplugged)
  const failure = () =>
    failureOf(expectSurface(zego).toSurface(1103064, { via: 'api:createZegoStream', timeout: 10 }))
  expect(await failure()).toContain('The app did not call createZegoStream: nothing could come by it.')
  call(1, 'createZegoStream', 'resolved', {}, 900)
  expect(await failure()).toContain(
    'The app has not called createZegoStream since the fault; its last call ended before (-100 ms).',
  )
  call(2, 'createZegoStream', 'pending', { args: [] }, 1100)
  expect(await failure()).not.toMatch(/not call/)
})

test('does so without a channel, too, where only calls give the code', async () => {
  const { zego, call } = fakeDocument()
  zego.faults.push(unplugged)
  const failure = (code: number) => failureOf(expectSurface(zego).toSurface(code, { timeout: 10 }))
  expect(await failure(1103065)).toContain('The app did not call createStream or createZegoStream')
  call(1, 'createStream', 'resolved', {}, 900)
  expect(await failure(1103065)).toContain('The app has not called createStream or createZegoStream since')
  expect(await failure(1006006)).not.toMatch(/not call/)
})

test('says first which code comes in the place of one that the SDK never gives', async () => {
  const { zego } = fakeDocument()
  zego.faults.push(unplugged)
  expect(await failureOf(expectSurface(zego).toSurface(1002053, { timeout: 10 }))).toContain(
    '1002053 did not surface within 10 ms. The SDK gives 1002031 instead.',
  )
})

test('an answer that nobody has asked for yet only waits', async () => {
  const { zego } = fakeDocument()
  const evidence = { request: 'LoginRoomReq', met: 0 }
  zego.faults.push({ ...unplugged, fault: 'signaling.answer', evidence })
  const failure = await failureOf(expectSurface(zego).toSurface(1002034, { timeout: 10 }))
  expect(failure).toContain('It only waits: no LoginRoomReq has come since. Prepare it before the app asks.')
})

test('a device that nobody used explains why nothing came', async () => {
  const { zego } = fakeDocument()
  zego.faults.push({ ...unplugged, evidence: { ended: [] } })
  expect(await failureOf(expectSurface(zego).toSurface(1006006, { timeout: 10 }))).toContain(
    'No track ended by it: the app captured nothing from it then.',
  )
})

test('what is measured again and again is one line, whatever it says', async () => {
  const { zego, event } = fakeDocument()
  zego.faults.push(unplugged)
  event('publishQualityUpdate', ['s1', { video: { videoFPS: 15 } }], 1100)
  event('publisherStateUpdate', [{ state: 'PUBLISHING' }], 1200)
  event('publishQualityUpdate', ['s1', { video: { videoFPS: 12 } }], 4100)
  const failure = await failureOf(expectSurface(zego).toSurface(1006006, { timeout: 10 }))
  expect(failure.match(/publishQualityUpdate/g)).toHaveLength(1)
  expect(failure).toContain('×2, last at +3100 ms')
})

test('says that injection was off, and that nothing was observed', async () => {
  const { zego } = fakeDocument()
  zego.faults.push({ ...unplugged, evidence: { skipped: true } })

  const failure = await failureOf(expectSurface(zego).toSurface(1006006, { timeout: 10 }))

  expect(failure).toContain('device.unplug  was left out, because faultInjection is off')
  expect(failure).toContain('Nothing was observed since, on any channel.')
})

test('refuses at once a code, channel or name that does not exist', async () => {
  const { zego } = fakeDocument()
  const at = Date.now()

  expect(await failureOf(expectSurface(zego).toSurface(1006060))).toMatch(/1006060 is not one of .+1006006/s)
  // @ts-expect-error a channel that does not exist
  expect(await failureOf(expectSurface(zego).toSurface(1006006, { via: 'evnt:deviceError' }))).toContain(
    'Use one of api, event, console, pageerror, telemetry',
  )
  expect(await failureOf(expectSurface(zego).toSurface(1006006, { via: 'event:devicError' }))).toContain(
    "the SDK has no event 'devicError'. Did you mean deviceError?",
  )
  expect(Date.now() - at).toBeLessThan(1000)
})

test('asserts an undocumented number only when told that it is one', async () => {
  const { zego, event } = fakeDocument()
  event('roomStateChanged', ['room-1', 'LOGIN_FAILED', 1002086, ''])

  expect(await failureOf(expectSurface(zego).toSurface(1002086))).toContain('{ undocumented: true }')
  await expectSurface(zego).toSurface(1002086, { undocumented: true })
  expect(await failureOf(expectSurface(zego).toSurface(6000014))).toContain('one of ZIM')
})

test('.not does not pass when no engine was there to be observed', async () => {
  const { zego } = fakeDocument({ engine: false })

  expect(await failureOf(expectSurface(zego).not.toSurface(1002050))).toMatch(
    /proves nothing here\.\nNo ZegoExpressEngine was made in the documents watched \(http:\/\/app\.test\/\)/,
  )
})

test('.not does not pass when the only engine was gone before the fault', async () => {
  const { zego, call } = fakeDocument()
  call(1, 'destroyEngine', 'returned', { args: [] })
  zego.faults.push({ ...unplugged, at: Date.now() + 1000 })

  expect(await failureOf(expectSurface(zego).not.toSurface(1002050))).toContain(
    'Every engine (1) was gone before the fault',
  )
})

test('.not passes when everything has been quiet for a while', async () => {
  const { zego, event } = fakeDocument()
  const at = Date.now()
  setTimeout(() => event('roomStateChanged', ['room-1', 'RECONNECTING', 1002051, '']), 200)

  await expectSurface(zego).not.toSurface(1002050)

  expect(Date.now() - at).toBeGreaterThanOrEqual(690)
  expect(zego.claims).toMatchObject([{ code: 1002050, negated: true, passed: true }])
})

test('.not waits for a pending call, and fails when it brings the code', async () => {
  const { zego, call } = fakeDocument()
  call(1, 'loginRoom', 'pending', { args: [] })
  setTimeout(() => call(1, 'loginRoom', 'rejected', { args: [], error: { code: 1002031 } }), 900)

  const failure = await failureOf(expectSurface(zego).not.toSurface(1002031))

  expect(failure).toMatch(/1002031 surfaced via api:loginRoom at \+\d+ ms, but was expected not to\./)
})

test('in a control, a claim that is missed is noted once nothing more comes, and the test goes on', async () => {
  const { zego } = fakeDocument()
  zego.control = { quiet: 10, patience: 20_000, leftOut: [] }

  await expectSurface(zego).toSurface(1006006)
  await expectSurface(zego).toSurface(1006006, { timeout: 20_000 })

  expect(zego.claims).toMatchObject([{ passed: false }, { passed: false }])
})

test('in a control, a claim that holds is noted, too', async () => {
  const { zego, event } = fakeDocument()
  zego.control = { quiet: 500, patience: 20_000, leftOut: [] }
  setTimeout(() => event('deviceError', [1006006, 'camera'], 1200), 20)

  await expectSurface(zego).toSurface(1006006)

  expect(zego.claims).toMatchObject([{ passed: true }])
})

test('in a control, what came before the fault was left out is no effect of it', async () => {
  const { zego, event } = fakeDocument()
  event('deviceError', [1006006, 'camera'], 1100)
  zego.control = { quiet: 10, patience: 20_000, leftOut: [{ ...unplugged, at: 1200 }] }

  await expectSurface(zego).toSurface(1006006)
  event('deviceError', [1006006, 'camera'], 1300)
  await expectSurface(zego).toSurface(1006006)

  expect(zego.claims).toMatchObject([{ passed: false }, { passed: true }])
})

test('in a control, a call that has ended without its fault is waited for no longer', async () => {
  const { zego, call } = fakeDocument()
  call(1, 'loginRoom', 'resolved', { args: [] })
  zego.control = { quiet: 20_000, patience: 20_000, leftOut: [{ ...unplugged, at: Date.now() + 1 }] }
  setTimeout(() => {
    call(2, 'loginRoom', 'pending', { args: [] })
    setTimeout(() => call(2, 'loginRoom', 'rejected', { args: [], error: { code: 1002031 } }), 20)
  }, 20)
  // The first call had ended before; the second is waited for.
  await expectSurface(zego).toSurface(1002031, { via: 'api:loginRoom' })
  // No other code can come of it.
  const at = Date.now()
  await expectSurface(zego).toSurface(1102018, { via: 'api:loginRoom' })
  expect(Date.now() - at).toBeLessThan(5_000)
  expect(zego.claims).toMatchObject([{ passed: true }, { passed: false }])
})

test('a control waits no longer than its patience where it is never quiet', async () => {
  const { zego, event } = fakeDocument()
  zego.control = { quiet: 10_000, patience: 20, leftOut: [] }

  await expectSurface(zego).toSurface(1006006)

  event('deviceError', [1006006, 'camera'], 1200)
  expect(zego.claims).toMatchObject([{ passed: false }])
})

test('.not with a timeout watches for exactly that long', async () => {
  const { zego, event } = fakeDocument()
  setTimeout(() => event('roomStateChanged', ['room-1', 'KICKOUT', 1002050, '']), 700)

  const failure = await failureOf(expectSurface(zego).not.toSurface(1002050, { timeout: 2000 }))

  expect(failure).toContain('1002050 surfaced via event:roomStateChanged')
})

test('is for the fixture only', async () => {
  // @ts-expect-error no other object can be asked
  const assertion = expectSurface({}).toSurface(1002050)

  expect(await failureOf(assertion)).toContain('expect(zego).toSurface')
})

test('a failed claim does not say what the page showed, one that held does', async () => {
  const { zego, event } = fakeDocument()
  zego.look = async () => ({ shown: 'Kicked out', where: 'app' })
  await failureOf(expectSurface(zego).toSurface(1002055, { timeout: 10 }))
  event('roomStateChanged', ['room-1', 'KICKOUT', 1002055, ''])
  await expectSurface(zego).toSurface(1002055)
  expect(zego.claims.map(({ shown }) => shown)).toEqual([undefined, 'Kicked out'])
})

test('since 0 counts everything, whatever the faults', async () => {
  const { zego, event } = fakeDocument()
  event('deviceError', [1006006, 'camera'], 900)
  zego.faults.push(unplugged)
  await expectSurface(zego).toSurface(1006006, { since: 0 })
})

test('an option that is mistyped is refused', async () => {
  const { zego } = fakeDocument()
  const mistyped = { chanel: 'event' } as object
  expect(await failureOf(expectSurface(zego).not.toSurface(1006006, mistyped))).toContain(
    'no option named chanel',
  )
  expect(await failureOf(expectSurface(zego).not.toEmit('roomStateChanged', 'x', mistyped))).toContain(
    'no option named chanel',
  )
})

test('.not fails as soon as the code comes, whatever is pending', async () => {
  const { zego, event, call } = fakeDocument()
  call(1, 'loginRoom', 'pending', { args: [] })
  setTimeout(() => event('roomStateChanged', ['room-1', 'KICKOUT', 1002050, '']), 50)
  const at = Date.now()
  await failureOf(expectSurface(zego).not.toSurface(1002050))
  expect(Date.now() - at).toBeLessThan(3_000)
})

test('in a control, a negated claim fails as ever, and a missed one hurries the rest', async () => {
  const { zego, event } = fakeDocument()
  zego.control = { quiet: 10, patience: 20_000, leftOut: [] }
  const hurried: number[] = []
  whenHurried((ms) => hurried.push(ms))
  event('deviceError', [1006006, 'camera'])
  expect(await failureOf(expectSurface(zego).not.toSurface(1006006))).toContain('was expected not to')
  await expectSurface(zego).not.toSurface(1002050)
  expect(hurried).toEqual([])
  await expectSurface(zego).toSurface(1006006)
  expect(hurried).toEqual([])
  await expectSurface(zego).toSurface(1002055)
  expect(hurried).toEqual([10])
})

test('in a control, what is measured all the time keeps nobody waiting', async () => {
  const { zego, event } = fakeDocument()
  zego.control = { quiet: 200, patience: 20_000, leftOut: [] }
  const measured = setInterval(() => event('publishQualityUpdate', ['s1', { fps: 15 }]), 20)
  const at = Date.now()
  await expectSurface(zego).toSurface(1006006, { timeout: 20_000 })
  clearInterval(measured)
  expect(Date.now() - at).toBeLessThan(5_000)
})

test('in a control that has missed one claim, the next has no more patience than quiet takes', async () => {
  const { zego, event } = fakeDocument()
  zego.control = { quiet: 200, patience: 20_000, leftOut: [] }
  await expectSurface(zego).toSurface(1006006, { timeout: 20_000 })
  const talk = setInterval(() => event('deviceError', [1106008, 'camera']), 20)
  const at = Date.now()
  await expectSurface(zego).toSurface(1002055, { timeout: 20_000 })
  clearInterval(talk)
  expect(Date.now() - at).toBeLessThan(5_000)
})

test('in a control, a call that was left open, or made before the last fault, is waited for', async () => {
  const { zego, call } = fakeDocument()
  const refused = { args: [], error: { code: 1002031 } }
  zego.control = { quiet: 300, patience: 20_000, leftOut: [unplugged, { ...unplugged, at: 2_000 }] }
  call(1, 'loginRoom', 'resolved', { args: [] }, 1_500)
  setTimeout(() => call(2, 'loginRoom', 'rejected', refused), 50)
  await expectSurface(zego).toSurface(1002031, { via: 'api:loginRoom' })
  call(3, 'renewToken', 'resolved', { args: [] })
  call(4, 'renewToken', 'pending', { args: [] })
  setTimeout(() => call(4, 'renewToken', 'rejected', { args: [], error: { code: 1102018 } }), 50)
  await expectSurface(zego).toSurface(1102018, { via: 'api:renewToken' })
  expect(zego.claims.map(({ passed }) => passed)).toEqual([true, true])
})
