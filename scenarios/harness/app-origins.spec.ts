import { HttpResponse, http } from 'msw'
import { makeToken } from '../../fixtures/index.ts'
import { expect, room, test } from './test.ts'

test.describe('an app that asks its own back end on another origin', { tag: '@no-code' }, () => {
  test.use({ allowedOrigins: ({ otherSite }, use) => use([otherSite.origin]) })

  test('reaches it when it is allowed', async ({ page, otherSite, faults, zego }) => {
    await page.goto(`/room.html?room=room-1&api=${otherSite.origin}/token`)
    await room(page).button('Join').click()
    await expect(room(page).status).toHaveText('LOGINED 0')
    await faults.signaling.kick('by-server')
    await expect(zego).toSurface(1002055, { via: 'event:roomStateChanged' })
  })

  for (const api of ['https://api.shop.example/token', 'http://api.shop.example/token']) {
    test(`is answered by a handler in place of ${api}`, async ({ page, cloud }) => {
      cloud.use(http.get(api, () => HttpResponse.json({ token: makeToken() })))
      await page.goto(`/room.html?room=room-1&api=${api}`)
      await room(page).button('Join').click()
      await expect(room(page).status).toHaveText('LOGINED 0')
    })
  }

  test('asks what a browser wants to be allowed first, and is answered', async ({ page, cloud }) => {
    const api = 'https://api.shop.example/session'
    cloud.use(http.put(api, async ({ request }) => HttpResponse.json(await request.json(), { status: 201 })))
    await page.goto('/room.html')
    const answer = await page.evaluate(async (api) => {
      const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer x' }
      const put = await fetch(api, { method: 'PUT', headers, body: '{"user":"a"}', credentials: 'include' })
      return [put.status, await put.json()]
    }, api)
    expect(answer).toEqual([201, { user: 'a' }])
  })

  test('is given more than one cookie', async ({ page, cloud }) => {
    const headers: [string, string][] = [
      ['Set-Cookie', 'user=a'],
      ['Set-Cookie', 'theme=dark'],
    ]
    cloud.use(http.get('*/session', () => HttpResponse.json({}, { headers })))
    await page.goto('/room.html')
    await page.evaluate(() => fetch('/session'))
    expect(await page.evaluate(() => document.cookie)).toBe('user=a; theme=dark')
  })

  test('is told by a handler what happens, as it happens', async ({ page, cloud }) => {
    const api = 'https://api.shop.example/events'
    const stream = new ReadableStream({
      start: (to) => to.enqueue(new TextEncoder().encode('data: joined\n\n')),
    })
    const headers = { 'Content-Type': 'text/event-stream' }
    cloud.use(http.get(api, () => new HttpResponse(stream, { headers })))
    await page.goto('/room.html')
    const first = (api: string) =>
      new Promise((resolve) => {
        new EventSource(api).onmessage = ({ data }) => resolve(data)
      })
    expect(await page.evaluate(first, api)).toBe('joined')
  })

  test.describe('that does not matter', () => {
    test.use({ onUnhandledRequest: 'warn' })

    test('is refused without a word', async ({ page, door }) => {
      await page.goto('/room.html?room=room-1&api=https://statistics.example/token')
      await room(page).button('Join').click()
      await expect.poll(() => door.leaks).toHaveLength(1)
    })
  })
})

test.describe('an app on a name of this machine', { tag: '@no-code' }, () => {
  test.use({ baseURL: ({ site }, use) => use(`http://shop.localhost:${site.port}`) })

  test('is opened and observed', async ({ page, zego, faults }) => {
    await page.goto('/room.html?room=room-1')
    await room(page).button('Join').click()
    await expect(room(page).status).toHaveText('LOGINED 0')
    await faults.signaling.kick('by-server')
    await expect(zego).toSurface(1002055, { via: 'event:roomStateChanged' })
  })
})

test.describe('an app over HTTPS with a strict content security policy', { tag: '@no-code' }, () => {
  test.use({ baseURL: ({ strictSite }, use) => use(strictSite.origin) })

  test('is answered by a handler where it asks itself, and by itself otherwise', async ({ page, cloud }) => {
    let asked = 0
    cloud.use(http.get('*/token', () => (asked++ ? undefined : HttpResponse.json({ token: makeToken(-1) }))))
    await page.goto('/room.html?room=room-1')
    await room(page).button('Join').click()
    await expect(room(page).status).toHaveText(/LOGIN_FAILED/)
    await room(page).button('Join').click()
    await expect(room(page).status).toHaveText('LOGINED 0')
  })

  test('is observed, and loses its microphone', async ({ page, zego, faults }) => {
    await page.goto('/room.html?room=room-1')
    await room(page).button('Join').click()
    await expect(room(page).status).toHaveText('LOGINED 0')
    await room(page).button('Go live').click()
    await expect(room(page).status).toHaveText('PUBLISHING')
    await faults.device.unplug('microphone')
    await expect(zego).toSurface(1006006, { via: 'event:deviceError' })
  })
})
