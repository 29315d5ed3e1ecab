import { sent } from '../reacting/ends.ts'
import type { Call } from '../room-calls.ts'
import { expect, test } from '../test.ts'

const transparent = (content: unknown) => ({ sendMode: 0, sendType: 0, content, recvUserList: [] })

/** What counts as no content, by API; a broadcast that is no text at all is a wrong argument (1100001). */
const rows: readonly (readonly [
  nothing: readonly unknown[],
  something: unknown,
  call: (room: string, content: unknown) => Call,
])[] = [
  [[''], 'hello', (room, text) => ['sendBroadcastMessage', room, text]],
  [['', null, undefined, 5], 'hello', (room, text) => ['sendBarrageMessage', room, text]],
  [['', null, undefined, 5], 'hello', (room, text) => ['sendCustomCommand', room, text, ['guest']]],
  [
    [undefined, null, new Uint8Array()],
    new Uint8Array([1]),
    (room, content) => ['sendTransparentMessage', room, transparent(content)],
  ],
]

test('a message without content', { tag: '@1009001' }, async ({ cloud, engine, faults, zego }) => {
  await engine.join()
  for (const [nothing, something, call] of rows) {
    for (const value of nothing) {
      const input = await faults.input.argument(value, { insteadOf: something })
      const [method, ...args] = call(engine.roomId, input.value)
      await engine.call(method, ...args)
      await expect(zego).toSurface(1009001, { via: `api:${method}`, since: input })
      await expect(engine).toReact(1009001)
    }
  }
  // The empty barrage is refused, and sent nevertheless.
  const sent = cloud.journal.entries.filter(({ name }) => /^(Send|Signal)\w+Req$/.test(name))
  expect(sent).toMatchObject([{ name: 'SendBigImReq', message: { msgList: [{ msgContent: '' }] } }])
})

test('nothing is typed, and sent', { tag: '@1009001' }, async ({ app, faults, zego }) => {
  await app.join()
  const { value: text } = await faults.input.empty()
  await app.say(text)
  await expect(zego).toSurface(1009001, { via: 'api:sendBroadcastMessage' })
  await expect(app).toReact(1009001)

  await app.recover(sent('hello'), async () => {
    await expect(app.page.getByRole('textbox', { name: 'Message' })).toBeFocused()
    await app.say('hello')
  })
})
