import { expect, makeToken, test } from '../test.ts'

const down = { status: 503, json: {} }

test.describe('the server of the app itself', { tag: '@no-code' }, () => {
  test('is down while the page opens, and the page starts once it is back', async ({
    app,
    cloud,
    faults,
  }) => {
    const outage = await faults.http.answer('*/api/config', down)
    await app.open()
    await expect(app.alert).toContainText('This page could not start')
    // There is nothing to see without it.
    await expect(app.button('Dismiss')).toBeHidden()

    await outage.undo()
    await app.button('Try again').click()
    await app.join()
    expect(cloud.room(app.roomId).members.has(app.userId)).toBe(true)
    await expect(app.alert).toBeEmpty()
  })

  test('hands out no token to who joins, and the person is in once it does', async ({
    app,
    cloud,
    faults,
  }) => {
    const outage = await faults.http.answer('*/api/token', down)
    await app.tryToJoin()
    await expect(app.alert).toContainText('You could not join the room')

    await outage.undo()
    await app.button('Try again').click()
    await expect(app.connection).toHaveText('Connected')
    expect(cloud.room(app.roomId).members.has(app.userId)).toBe(true)
  })

  test('hands out no token while one runs out, and the person renews it once it does', async ({
    app,
    cloud,
    faults,
  }) => {
    app.nextToken = () => makeToken(40)
    await faults.time.control()
    await app.join()
    const outage = await faults.http.answer('*/api/token', down)
    await faults.time.advanceUntil('30s', () => app.alert.isVisible())
    await expect(app.alert).toContainText('Your access to the room is about to expire')

    await outage.undo()
    const token = makeToken(3_600)
    app.nextToken = () => token
    await app.button('Try again').click()
    await expect(cloud).toHaveReceived('RenewTokenReq', { token })
  })
})
