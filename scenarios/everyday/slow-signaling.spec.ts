import type { Cloud, Zego } from '../../fixtures/index.ts'
import { inRoom } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

/** What a person said, in chat or as a barrage, as the room service got it, in its order. */
const said = ({ journal }: Cloud, user: string) =>
  journal.entries
    .filter((entry) => entry.user === user && ['SendImReq', 'SendBigImReq'].includes(entry.name))
    .flatMap(({ message }) => (message as { msgList?: Said[] }).msgList ?? [message as Said])
    .map(({ msgContent }) => msgContent)

interface Said {
  readonly msgContent: string
}

/** How long the app waited for an API's answer, in ms. */
function waited({ timeline }: Zego, api: string): number {
  const [called, ended] = timeline.all.filter(({ channel, name }) => channel === 'api' && name === api)
  return (ended?.at ?? 0) - (called?.at ?? 0)
}

/** Geostationary, there and back, with half of the jitter, in ms. */
const ROUND_TRIP_MS = 2 * (280 + 20 / 2)
const nothing = { loss: 1 }

test.describe('signaling over another network', { tag: '@no-code' }, () => {
  test('by satellite, to join takes long, and messages come in their order', async ({
    app,
    cloud,
    faults,
    zego,
  }) => {
    await app.open()
    const guest = cloud.room(app.roomId).join('guest')
    const far = await faults.network.shape('satellite', { target: 'signaling' })
    await app.join()
    expect(waited(zego, 'loginRoom')).toBeGreaterThanOrEqual(ROUND_TRIP_MS - 20)
    const { up, down } = far.evidence.measured as Record<'up' | 'down', { delayMs: number }>
    expect(Math.abs(up.delayMs + down.delayMs - ROUND_TRIP_MS)).toBeLessThanOrEqual(20)

    const [asked, answered] = [
      ['one', 'two', 'three', 'the last'],
      ['first', 'second', 'third', 'fourth'],
    ]
    for (const text of answered) guest.say(text)
    for (const text of asked) await app.say(text, 'Barrage')
    await expect(app.message('the last', 'sent')).toBeVisible()
    expect(said(cloud, 'host')).toEqual(asked)
    const log = app.page.getByRole('log')
    await expect(log).toContainText('fourth')
    const shown = await log.locator('.message:not(.mine) .text').allTextContents()
    expect(shown).toEqual(answered)
  })

  test('in a lift that is stuck nothing gets through, and everything afterwards', async ({
    app,
    cloud,
    faults,
  }) => {
    await app.join()
    const guest = cloud.room(app.roomId).join('guest')
    const weak = { latencyMs: 60, jitterMs: 60, loss: 0.1 }
    const lift = await faults.network.shape(
      {
        phases: [
          { name: 'the doors close', lasts: '1s', up: weak, down: weak },
          { name: 'inside', up: nothing, down: nothing },
        ],
      },
      { target: 'all' },
    )
    await expect
      .poll(() => (lift.evidence.signaling as { phases: unknown }).phases)
      .toMatchObject([{ phase: 'the doors close' }, { phase: 'inside' }])
    await app.say('the lift is stuck')
    guest.say('where are you')
    await expect(app.message('the lift is stuck', 'sending')).toBeVisible()
    expect(said(cloud, 'host')).toEqual([])
    await expect(app.page.getByRole('log')).not.toContainText('where are you')
    await expect(app.connection).toHaveText('Connected')

    await lift.undo()
    await expect(app.message('the lift is stuck', 'sent')).toBeVisible()
    await expect(app.page.getByRole('log')).toContainText('where are you')
    expect(said(cloud, 'host')).toEqual(['the lift is stuck'])
  })

  test('what one person says waits for her network alone', async ({ app, cloud, faults, newcomer }) => {
    const pupil = await newcomer('pupil')
    await app.join()
    await pupil.join()
    const dead = await faults.for(pupil.page).network.shape(nothing, { target: 'signaling' })
    expect(dead.evidence).toMatchObject({ measured: { up: { loss: 1 }, down: { loss: 1 } } })
    await pupil.say('can you hear me')
    await app.say('we are waiting')
    await expect(app.message('we are waiting', 'sent')).toBeVisible()
    await expect(pupil.message('can you hear me', 'sending')).toBeVisible()
    await expect(pupil.page.getByRole('log')).not.toContainText('we are waiting')
    expect(said(cloud, 'pupil')).toEqual([])

    await dead.undo()
    await expect(app.page.getByRole('log')).toContainText('can you hear me')
    await expect(pupil.page.getByRole('log')).toContainText('we are waiting')
  })
})

test('without a signal for long, the app tells that it reconnects, and is back once there is one', {
  tag: '@1000017',
}, async ({ app, cloud, faults, zego }) => {
  await faults.time.control()
  await app.join()
  const dead = await faults.network.shape(nothing, { target: 'signaling' })
  await faults.time.advance('2m')
  await expect(zego).toSurface(1000017, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1000017, { retrying: true })

  await app.comesBack(inRoom, 'undo', async () => {
    await dead.undo()
    await faults.time.advance('5s')
  })
  cloud.room(app.roomId).join('guest').say('welcome back')
  await expect(app.page.getByRole('log')).toContainText('welcome back')
})
