import type { LiveRoom } from '../live-room.ts'
import { mixing } from '../reacting/ends.ts'
import { expect, reply, tagsOf, test } from '../test.ts'
import { MixerPanel } from './panel.ts'
import { guestStream, publishElsewhere, roomTask, started, task } from './task.ts'

/** What starting makes of the service's codes, where nothing in the request leads to them. */
const rows = [
  {
    code: 1005010,
    answers: [1, 2, 151, 159, 190].map((code) => reply.code(code)),
  },
  { code: 1005011, answers: [reply.code(152)] },
  { code: 1005050, answers: [reply.code(3)] },
  {
    code: 1005099,
    // Codes that the SDK does not know, an answer that nobody can read, and a link that knows no such service.
    answers: [
      ...[4, 160, 500].map((code) => reply.code(code)),
      reply.broken('body'),
      reply.exception(20_010),
    ],
  },
]

test('numbers of the mixing service, when a mix is started', { tag: tagsOf(rows) }, async ({
  cloud,
  eachRow,
  engine,
  faults,
  zego,
}) => {
  publishElsewhere(cloud)
  await engine.join()
  await eachRow(rows, async ({ code, answers }) => {
    for (const answer of answers) {
      const manual = await faults.signaling.answer('MixStreamStartRequest', answer)
      await engine.call('startMixerTask', task())
      await expect(zego).toSurface(code, { via: 'api:startMixerTask', since: manual })
      await expect(engine).toReact(code)
      const automatic = await faults.signaling.answer('AutoRoomMixStreamStartRequest', answer)
      await engine.call('startAutoMixerTask', roomTask(engine.roomId))
      await expect(zego).toSurface(code, { via: 'api:startAutoMixerTask', since: automatic })
    }
  })
})

type Back = (app: LiveRoom, start: () => Promise<void>) => Promise<void>
const again: Back = (app) => app.recover(mixing)
const changed: Back = (app, start) => app.recover(mixing, start)
const anew: Back = (app, start) => app.comesBack(mixing, 'Start mixing', start)

/** What the service says once to whoever starts a mix in the app, and how the mix runs in the end. */
const refusals = [
  { code: 1005010, number: 1, back: again },
  { code: 1005011, number: 152, back: again },
  { code: 1005050, number: 3, back: anew },
  { code: 1005061, number: 171, back: changed },
  { code: 1005099, number: 500, back: again },
]

test('a mix is refused, and then runs', { tag: tagsOf(refusals) }, async ({
  app,
  cloud,
  eachRow,
  faults,
  zego,
}) => {
  const mixer = new MixerPanel(app.page)
  publishElsewhere(cloud)
  await app.join()
  await mixer.field('Streams to mix').fill(guestStream)
  await eachRow(refusals, async ({ code, number, back }) => {
    const answer = reply.code(number)
    const refusal = await faults.signaling.answer('MixStreamStartRequest', answer, { once: true })
    await mixer.start()
    await expect(zego).toSurface(code, { via: 'api:startMixerTask', since: refusal })
    await expect(app).toReact(code)

    await back(app, () => mixer.start())
    await mixer.stop()
    await expect(mixer.status).toHaveText('Not mixing')
  })
})

/** The other codes, which `startMixerTask` has in the files of their situations. */
const others = new Map([
  [1005000, [157]],
  [1005023, [156]],
  [1005025, [158]],
  [1005026, [150]],
  [1005027, [153, 155]],
  [1005028, [179]],
  [1005030, [154]],
  [1005035, [141]],
  [1005036, [142]],
  [1005061, [171]],
  [1005062, [170]],
  [1005099, [175]],
])
const otherTags = [...others.keys()].map((code) => `@${code}`)

test('automatic mixing has the same codes', { tag: otherTags }, async ({ engine, faults, zego }) => {
  await engine.join()
  for (const [code, server] of others) {
    for (const number of server) {
      const answer = await faults.signaling.answer('AutoRoomMixStreamStartRequest', reply.code(number))
      await engine.call('startAutoMixerTask', roomTask(engine.roomId))
      await expect(zego).toSurface(code, { via: 'api:startAutoMixerTask', since: answer })
      await expect(engine).toReact(code)
    }
  }
})

test('stopping has one code for all', { tag: '@1005099' }, async ({ cloud, engine, faults, zego }) => {
  publishElsewhere(cloud)
  await engine.join()
  expect(await engine.call('startMixerTask', task())).toMatchObject(started)
  for (const number of [1, 3, 150, 152, 157, 175, 500]) {
    const refusal = await faults.signaling.answer('MixStreamStopRequest', reply.code(number, 'no'))
    const ending = await engine.call('stopMixerTask', 'mix')
    await expect(zego).toSurface(1005099, { via: 'api:stopMixerTask', since: refusal })
    expect(ending.value).toMatchObject({ errorCode: 1005099, extendedData: 'no' })
    await expect(engine).toReact(1005099)

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

test('stopping knows numbers of another range', { tag: knownTags }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  publishElsewhere(cloud)
  await engine.join()
  expect(await engine.call('startMixerTask', task())).toMatchObject(started)
  for (const [code, number] of known) {
    const refusal = await faults.signaling.answer('MixStreamStopRequest', reply.code(offset + number))
    await engine.call('stopMixerTask', 'mix')
    await expect(zego).toSurface(code, { via: 'api:stopMixerTask', since: refusal })
    await expect(engine).toReact(code)
  }
})
