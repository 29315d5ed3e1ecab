import { heard } from '../heard.ts'
import type { LiveRoom } from '../live-room.ts'
import type { End } from '../reacting/recovery.ts'
import { expect, reply, tagsOf, test } from '../test.ts'

const url = 'rtmp://cdn.example/live/host'
const streamOf = ({ cloud, roomId }: LiveRoom) => [...cloud.room(roomId).streams.values()][0]

/** The room tells everybody what the stream is about. */
const described = (app: LiveRoom): End => ({
  what: 'the room has the description of the stream',
  isSo: () => streamOf(app)?.extraInfo === 'a song',
  watch: () => () => streamOf(app)?.extraInfo === 'a song',
})

/** The cloud relays the stream. */
const relayed = (app: LiveRoom): End => {
  const isRelayed = () => Boolean(app.cloud.cdn.targets.get(streamOf(app)?.streamId ?? '')?.has(url))
  return { what: 'the stream is relayed', isSo: isRelayed, watch: () => isRelayed }
}

const rows = [
  { code: 1003050, what: 'nothing to say', wrong: '' },
  { code: 1003051, what: 'too much to say', wrong: 'i'.repeat(1_025) },
]

test('a stream is described with nothing, or with too much', { tag: tagsOf(rows) }, async ({
  app,
  eachRow,
  faults,
  zego,
}) => {
  const field = app.page.getByRole('textbox', { name: 'What it is about' })
  await app.goLive()
  await eachRow(rows, async ({ code, wrong }) => {
    const text = await faults.input.argument(wrong, { insteadOf: 'another song' })
    await field.fill(text.value)
    await app.button('Describe').click()
    await expect(zego).toSurface(code, { via: 'api:setStreamExtraInfo', since: text })
    await expect(app).toReact(code)

    await app.recover(described, async () => {
      await expect(field).toBeFocused()
      await field.fill('a song')
      await app.button('Describe').click()
    })
    await field.fill('something else')
    await app.button('Describe').click()
    await expect.poll(() => streamOf(app)?.extraInfo).toBe('something else')
  })

  // What was wrong with a stream is over with it.
  await field.fill('')
  await app.button('Describe').click()
  await expect(app.alert).toContainText('Your stream was not described')
  await app.button('End live').click()
  await expect(app.alert).not.toContainText('Your stream was not described')

  // It is the stream that is live now, not the one before.
  await app.button('Go live').click()
  await expect(app.publishing).toHaveText('Live')
  await field.fill('something else')
  await app.button('Describe').click()
  await expect.poll(() => streamOf(app)?.extraInfo).toBe('something else')
})

test('a stream is relayed to an invalid address', { tag: '@1003040' }, async ({ app, faults, zego }) => {
  const field = app.page.getByRole('textbox', { name: 'Relay to a CDN' })
  await app.goLive()
  const { value } = await faults.input.argument('cdn.example', { insteadOf: url })
  await field.fill(value)
  await app.button('Relay').click()
  await expect(zego).toSurface(1003040, { via: 'api:addPublishCdnUrl' })
  await expect(app).toReact(1003040)

  await app.recover(relayed, async () => {
    await expect(field).toBeFocused()
    await field.fill(url)
    await app.button('Relay').click()
  })
})

test('the relay of a stream is out of order', { tag: '@1100999' }, async ({ app, faults, zego }) => {
  await app.goLive()
  const broken = await faults.signaling.answer('RelayPublishCdnRequest', reply.code(5003, 'out of order'))
  await app.page.getByRole('textbox', { name: 'Relay to a CDN' }).fill(url)
  await app.button('Relay').click()
  await expect(zego).toSurface(1100999, { via: 'api:addPublishCdnUrl' })
  await expect(app).toReact(1100999)

  // Copied is what is pasted: into a message to support, say.
  await app.button('Copy details').click()
  const message = app.page.getByRole('textbox', { name: 'Message' })
  await message.press('ControlOrMeta+v')
  await expect(message).toHaveValue(/Your stream is not relayed.*1100999/)
  const notice = app.page.getByRole('status', { name: 'Notice' })
  await notice.getByRole('button', { name: 'Close' }).click()
  await expect(notice).toBeEmpty()

  await broken.undo()
  await app.comesBack(relayed, 'Relay', () => app.button('Relay').click())
})

test('the relay of a stream is never answered', { tag: '@1100002' }, async ({ app, faults, zego }) => {
  await faults.time.control()
  await app.goLive()
  const silenced = await faults.signaling.silence('RelayPublishCdnRequest')
  await app.page.getByRole('textbox', { name: 'Relay to a CDN' }).fill(url)
  await app.button('Relay').click()
  await faults.time.advance('9s')
  await expect(zego).toSurface(1100002, { via: 'api:addPublishCdnUrl' })
  await expect(app).toReact(1100002)

  await silenced.undo()
  await app.recover(relayed)
})

test('the room does not answer what a stream is about', { tag: '@1100002' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.goLive()
  const silenced = await faults.signaling.silence('UpdateStreamReq')
  await app.page.getByRole('textbox', { name: 'What it is about' }).fill('a song')
  await app.button('Describe').dblclick() // which asks once: see what is pending
  await faults.time.advance('10s')
  // Nothing but the console says it: the SDK fails over what it kept of the request, and the call never ends.
  await expect(zego).toSurface(1100002, { via: 'console:error' })
  await heard(zego, 'pageerror', "reading 'seq'", silenced.at)
  expect(zego.pending.map(({ name }) => name)).toEqual(['setStreamExtraInfo'])
  // The app does not wait any longer than the SDK does.
  await expect(app).toReact(1100002)

  await silenced.undo()
  await app.recover(described)
})
