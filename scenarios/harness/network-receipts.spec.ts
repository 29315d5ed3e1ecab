import { expect, test } from '../test.ts'

/** Why a fault was not made. */
const why = (made: Promise<unknown>): Promise<string> => made.then(() => 'It was made.', String)

test.describe('what a network fault says it did', { tag: '@no-code' }, () => {
  test('nothing is sent to a client whose connection is held', async ({ app, faults }) => {
    await app.join()
    await faults.network.halfOpen('signaling')
    const said = [
      await why(faults.signaling.loginElsewhere()),
      await why(faults.signaling.pushNonsense('body')),
    ]
    expect(said).toEqual(said.map(() => expect.stringMatching(/nothing was sent, .* held/)))
  })

  test('nothing is sent to a client that is offline, and is again once it is back', async ({
    app,
    faults,
    zego,
  }) => {
    await app.join()
    const offline = await faults.network.offline()
    await expect(faults.signaling.kick()).rejects.toThrow(/nothing was sent, .* offline/)
    await expect(faults.signaling.closeConnection()).rejects.toThrow(/nothing was sent, .* offline/)
    await offline.undo()
    await expect(zego).toEmit('roomStateChanged', 'RECONNECTED')
    await faults.signaling.closeConnection()
  })

  test('a fault that was not made leaves the client in the room, and what is gone cannot be reset', async ({
    app,
    cloud,
    faults,
  }) => {
    await app.goLive()
    await faults.network.cut('signaling')
    const said = [
      await why(faults.signaling.kick()),
      await why(faults.signaling.loginElsewhere()),
      await why(faults.signaling.expireToken()),
      await why(faults.media.close()),
      await why(faults.media.reset()),
      await why(faults.media.codecError()),
    ]
    expect(said).toEqual(said.map(() => expect.stringMatching(/nothing was sent, .* cut/)))
    await expect(faults.network.reset()).rejects.toThrow(/an open signaling connection to reset/)
    await expect(faults.network.halfOpen()).rejects.toThrow(/an open signaling connection to hold/)
    expect(cloud.clients.map(({ userId }) => userId)).toEqual([app.userId])
    expect(cloud.gateway.find({ role: 'publisher' })).toHaveLength(1)
  })

  test('a page that is closed cannot be offline', async ({ app, page, faults }) => {
    await app.join()
    await page.close()
    await expect(faults.network.offline()).rejects.toThrow(/network\.offline was not injected: .*open page/)
  })

  test('a client without media keeps its address, and one that is healed has it back', async ({
    app,
    cloud,
    faults,
  }) => {
    const { clientIp } = cloud.configuration
    await app.join()
    await expect(faults.network.changeAddress()).rejects.toThrow(
      /changeAddress was not injected: .*no media session/,
    )
    expect(cloud.configuration.clientIp).toBe(clientIp)
    await app.button('Go live').click()
    await cloud.publishing()
    await faults.network.changeAddress()
    expect(cloud.configuration.clientIp).not.toBe(clientIp)
    await faults.network.heal()
    expect(cloud.configuration.clientIp).toBe(clientIp)
  })

  test('media comes late by so much, and in time again afterwards', async ({ app, cloud, faults }) => {
    await app.watch()
    const slow = await faults.network.delay(800, 'media')
    const { late, meanMs } = slow.evidence.media as { late: number; meanMs: number }
    expect(late).toBeGreaterThan(0)
    expect(meanMs).toBeGreaterThanOrEqual(799)
    expect(cloud.gateway.path.isImpaired).toBe(true)
    await slow.undo()
    expect(cloud.gateway.path.isImpaired).toBe(false)
  })

  test('media is not late where there is none', async ({ app, faults }) => {
    await app.join()
    await expect(faults.network.delay(800, 'media')).rejects.toThrow(/network\.delay was not injected/)
  })

  test('signaling comes late, and the receipt counts the bytes', async ({ app, faults }) => {
    await app.join()
    const slow = await faults.network.delay(200, 'all')
    expect(slow.evidence.delayed).toContain('accesshub-wss.coolbcloud.com')
    await app.say('late')
    await expect(app.message('late', 'sent')).toBeVisible()
    expect(slow.evidence.met).toBeGreaterThan(0)
  })

  test('media has no connection to reset, to refuse or to hold, and the message says what it has', async ({
    app,
    faults: { network },
  }) => {
    await app.join()
    const media = 'media' as 'all'
    const said = [
      await why(network.reset(media)),
      await why(network.refuse(media)),
      await why(network.halfOpen(media)),
    ]
    expect(said).toEqual(
      said.map(() => expect.stringMatching(/UDP, which has no connection.*cut, lose or delay/s)),
    )
  })

  test('with everything held, no media passes, either', async ({ app, cloud, faults }) => {
    await app.watch()
    const swallowed = () => cloud.gateway.find().reduce((sum, { peer }) => sum + peer.stats().droppedOut, 0)
    const dead = await faults.network.halfOpen('all')
    expect(dead.evidence).toMatchObject({ target: 'all' })
    await expect.poll(swallowed).toBeGreaterThan(0)
    await dead.undo()
    await app.sees('guest')
  })
})
