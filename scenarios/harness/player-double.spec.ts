import { readFileSync } from 'node:fs'
import { HttpResponse, http } from 'msw'
import { doubleMark } from '../../fixtures/vendor-player.ts'
import { test as base, expect } from '../test.ts'

const double = readFileSync(new URL('../../src/observe/testing/player-double.js', import.meta.url), 'utf8')

/** A double in the place of the vendor's player, where that is not given: it shows that the harness works, and backs no row. */
const test = base.extend({
  vendorPlayer: ({ cloud }, use) => {
    const headers = { 'Content-Type': 'text/javascript' }
    cloud.use(http.get('*/zego-express-player/*', () => new HttpResponse(double, { headers })))
    return use(undefined as never)
  },
})

test('a player that loses the CDN is heard, answered and resumed', { tag: '@no-code' }, async ({
  cloud,
  faults,
  viewer,
  zego,
}) => {
  expect(double).toContain(doubleMark)
  await faults.time.control()
  await viewer.open()
  await expect(viewer.status).toHaveText('Playing')
  const cut = await faults.cdn.cut(viewer.stream)
  await faults.time.advance('10s')
  await expect(zego).toSurface(100004, { via: 'event:onError' })
  await expect(viewer).toReact(100004)
  expect(cloud.cdn.requests.filter(({ delivery }) => delivery === 'cut')).toHaveLength(2)

  await cut.undo()
  await viewer.recover()
})

test('what a player throws is heard, and answered', { tag: '@no-code' }, async ({ faults, viewer, zego }) => {
  const { value: src } = await faults.input.argument('https://cdn.zego.im/live/s1.m3u8', {
    insteadOf: 'https://cdn.zego.im/live/guest-stream.flv',
  })
  await viewer.open({ src })
  await expect(zego).toSurface(100001, { via: 'api:src' })
  await expect(viewer).toReact(100001)
})

test('a viewer who is given no token plays once she is given one, over the connection that she has', {
  tag: '@no-code',
}, async ({ cloud, faults, viewer }) => {
  const outage = await faults.http.answer('*/api/token', { status: 503, json: {} })
  await viewer.open()
  await expect(viewer.page.getByRole('alert')).toContainText('This page could not start')
  await outage.undo()
  await viewer.button('Try again').click()
  await expect(viewer.status).toHaveText('Playing')
  await expect(viewer.page.getByRole('alert')).toBeEmpty()
  expect([...cloud.room(viewer.roomId).members.keys()]).toEqual(['guest', 'viewer'])
  expect(cloud.journal.named('GetConfigRequest')).toHaveLength(1)
})
