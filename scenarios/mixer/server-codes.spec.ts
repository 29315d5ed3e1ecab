import { expect, reply, test } from '../test.ts'
import { publishElsewhere, roomTask, task } from './task.ts'

/** What starting makes of the service's codes, where nothing in the request leads to them. */
const rows = [
  { code: 1005000, server: [157], says: /not available in this app/ },
  { code: 1005010, server: [1, 2, 151, 159, 190], says: /could not be started/ },
  { code: 1005011, server: [152], says: /could not be stopped/ },
  { code: 1005050, server: [3], says: /did not accept the credentials/ },
  { code: 1005061, server: [171], says: /watermark of the mix is missing/ },
  { code: 1005099, server: [4, 140, 160, 172, 191, 500], says: /The mix failed/ },
]

for (const { code, server, says } of rows) {
  const title = `the mixing service answers ${server.join(', ')}`
  test(title, { tag: `@${code}` }, async ({ cloud, engine, faults, zego }) => {
    publishElsewhere(cloud)
    await engine.join()
    for (const number of server) {
      const manual = await faults.signaling.answer('MixStreamStartRequest', reply.code(number))
      await engine.call('startMixerTask', task())
      await expect(zego).toSurface(code, { via: 'api:startMixerTask', since: manual })
      await expect(engine.alert).toContainText(says)
      const automatic = await faults.signaling.answer('AutoRoomMixStreamStartRequest', reply.code(number))
      await engine.call('startAutoMixerTask', roomTask(engine.roomId))
      await expect(zego).toSurface(code, { via: 'api:startAutoMixerTask', since: automatic })
    }
  })
}

/** The codes that requests do lead to: `refused-by-the-service.spec.ts` has their situations. */
const others = new Map([
  [1005023, [156]],
  [1005025, [158]],
  [1005026, [150]],
  [1005027, [153, 155]],
  [1005028, [179]],
  [1005030, [154]],
  [1005035, [141]],
  [1005036, [142]],
  [1005062, [170]],
])
const otherTags = [...others.keys()].map((code) => `@${code}`)

test('automatic mixing has the same codes', { tag: otherTags }, async ({ engine, faults, zego }) => {
  await engine.join()
  for (const [code, server] of others) {
    for (const number of server) {
      const answer = await faults.signaling.answer('AutoRoomMixStreamStartRequest', reply.code(number))
      await engine.call('startAutoMixerTask', roomTask(engine.roomId))
      await expect(zego).toSurface(code, { via: 'api:startAutoMixerTask', since: answer })
    }
  }
  await expect(engine.alert).toContainText(/watermark does not fit/)
})

test('starting is not answered in a way that can be read', { tag: '@1005099' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  publishElsewhere(cloud)
  await engine.join()
  for (const answer of [reply.broken('body'), reply.exception(20_010)]) {
    const manual = await faults.signaling.answer('MixStreamStartRequest', answer)
    await engine.call('startMixerTask', task())
    await expect(zego).toSurface(1005099, { via: 'api:startMixerTask', since: manual })
    const automatic = await faults.signaling.answer('AutoRoomMixStreamStartRequest', answer)
    await engine.call('startAutoMixerTask', roomTask(engine.roomId))
    await expect(zego).toSurface(1005099, { via: 'api:startAutoMixerTask', since: automatic })
  }
  await expect(engine.alert).toContainText(/The mix failed/)
})

test('stopping has one code for all', { tag: '@1005099' }, async ({ engine, faults, zego }) => {
  await engine.join()
  for (const number of [1, 3, 150, 152, 157, 175, 500]) {
    const refusal = await faults.signaling.answer('MixStreamStopRequest', reply.code(number, 'no'))
    const ending = await engine.call('stopMixerTask', 'mix')
    await expect(zego).toSurface(1005099, { via: 'api:stopMixerTask', since: refusal })
    expect(ending.value).toMatchObject({ errorCode: 1005099, extendedData: 'no' })
    await expect(engine.alert).toContainText(/The mix failed/)

    // Stopping automatic mixing has none at all: the server's number comes out, as an undocumented one.
    await faults.signaling.answer('AutoRoomMixStreamStopRequest', reply.code(number, 'no'))
    const automatic = await engine.call('stopAutoMixerTask', { taskID: 'mix', roomID: engine.roomId })
    expect(automatic.value).toMatchObject({ errorCode: 1_000_010_000 + number, extendedData: 'no' })
  }
})

/** Numbers that a service would have to send for the SDK to know them when it stops a mix: its own, further up. */
const offset = 1_000_010_000
const known = new Map([
  [1005000, 157],
  [1005011, 152],
  [1005050, 3],
])
const knownTags = [...known.keys()].map((code) => `@${code}`)

test('stopping knows numbers of another range', { tag: knownTags }, async ({ engine, faults, zego }) => {
  await engine.join()
  for (const [code, number] of known) {
    const refusal = await faults.signaling.answer('MixStreamStopRequest', reply.code(offset + number))
    await engine.call('stopMixerTask', 'mix')
    await expect(zego).toSurface(code, { via: 'api:stopMixerTask', since: refusal })
  }
  await expect(engine.alert).toContainText(/did not accept the credentials/)
})
