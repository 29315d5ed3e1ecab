import type { EndOf } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

const url = 'rtmp://cdn.example/live/stream-1'
const calls = [
  { what: 'setStreamExtraInfo', argument: 'news' },
  { what: 'addPublishCdnUrl', argument: url },
  { what: 'removePublishCdnUrl', argument: url },
]

const buttons = [
  { what: 'addPublishCdnUrl', button: 'Relay' },
  { what: 'setStreamExtraInfo', button: 'Describe' },
]

test('a stream that nobody publishes is to be changed', { tag: '@1103055' }, async ({
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  await engine.publish('stream-1')
  await eachRow(calls, async ({ what: method, argument }) => {
    expect(await engine.call(method, 'stream-1', argument)).toMatchObject({ how: 'resolved' })
    const stream = await faults.input.unknownID('stream-1')
    await engine.call(method, stream.value, argument)
    await expect(zego).toSurface(1103055, { via: `api:${method}`, since: stream })
  })
})

test('a stream is to be changed after its end', { tag: '@1103055' }, async ({
  app,
  cloud,
  eachRow,
  faults,
  zego,
}) => {
  const fill = (name: string, text: string) => app.page.getByRole('textbox', { name }).fill(text)
  const description = () => [...cloud.room(app.roomId).streams.values()][0]?.extraInfo
  await app.goLive()
  await app.button('End live').click()
  await fill('Relay to a CDN', 'rtmp://cdn.example/live/host')
  await fill('What it is about', 'news')
  await eachRow(buttons, async ({ what: method, button }) => {
    const late = await faults.misuse.call(`${method} after stopPublishingStream`, () =>
      app.button(button).click(),
    )
    await expect(zego).toSurface(1103055, { via: `api:${method}`, since: late })
  })
  await expect(app).toReact(1103055)

  const described: EndOf = () => ({
    what: 'the room has the description of the stream',
    isSo: () => description() === 'news',
    watch: () => () => description() === 'news',
  })
  await app.comesBack(described, 'Go live', async () => {
    await app.button('Go live').click()
    await expect(app.publishing).toHaveText('Live')
    await app.button('Describe').click()
  })
})
