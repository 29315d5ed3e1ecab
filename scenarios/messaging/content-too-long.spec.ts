import { type Call, sendChannelMessage } from '../room-calls.ts'
import { expect, reply, tagsOf, test } from '../test.ts'

const text = (bytes: number) => 'a'.repeat(bytes)
const wide = (bytes: number) => text(bytes % 3) + '中'.repeat(Math.floor(bytes / 3))
const emoji = (bytes: number) => text(bytes % 4) + '😀'.repeat(Math.floor(bytes / 4))
const texts = (bytes: number) => [text(bytes), wide(bytes), emoji(bytes)]
const transparent = (content: unknown) => ({ sendMode: 0, sendType: 0, content, recvUserList: [] })

/** The longest content that is taken and the shortest that is not, by API. Limits are bytes of UTF-8. */
const rows: readonly {
  code: number
  longest: readonly unknown[]
  tooLong: readonly unknown[]
  call: (room: string, content: unknown) => Call
}[] = [
  {
    code: 1009013,
    longest: texts(10_240),
    tooLong: texts(10_241),
    call: (room, content) => ['sendBarrageMessage', room, content],
  },
  {
    code: 1009013,
    longest: [text(10_240)],
    tooLong: texts(10_241),
    call: (room, content) => ['sendBroadcastMessage', room, content],
  },
  {
    code: 1009002,
    longest: [...texts(10_240), { command: text(10_240 - '{"command":""}'.length) }],
    tooLong: [...texts(10_241), { command: text(10_241 - '{"command":""}'.length) }],
    call: (room, content) => ['sendCustomCommand', room, content, ['guest']],
  },
  {
    code: 1009002,
    longest: [new Uint8Array(4_096)],
    tooLong: [new Uint8Array(4_097)],
    call: (room, content) => ['sendTransparentMessage', room, transparent(content)],
  },
  {
    code: 1009002,
    longest: [text(10_240)],
    tooLong: texts(10_241),
    call: (room, content) => sendChannelMessage(room, content as string),
  },
]

test('content that is too long', { tag: tagsOf(rows) }, async ({ eachRow, engine, faults, zego }) => {
  await engine.join()
  await eachRow(rows, async ({ code, longest, tooLong, call }) => {
    for (const content of longest)
      expect(await engine.call(...call(engine.roomId, content))).toMatchObject({ how: 'resolved' })
    for (const content of tooLong) {
      const input = await faults.input.argument(content, { insteadOf: longest[0] })
      const [method, ...args] = call(engine.roomId, input.value)
      await engine.call(method, ...args)
      await expect(zego).toSurface(code, { via: `api:${method}`, since: input })
    }
    await expect(engine).toReact(code)
  })
})

const refusals = [
  ['SendImReq', 1009013, (room: string): Call => ['sendBroadcastMessage', room, 'hello']],
  ['SendBigImReq', 1009002, (room: string): Call => ['sendBarrageMessage', room, 'hello']],
  ['SignalLiveCustomReq', 1009002, (room: string): Call => ['sendCustomCommand', room, 'hello', ['guest']]],
  [
    'SignalTransparentMsgReq',
    1009002,
    (room: string): Call => ['sendTransparentMessage', room, transparent(new Uint8Array([1]))],
  ],
  ['SendChannelMsgReq', 1009002, (room: string): Call => sendChannelMessage(room)],
] as const

test('the service has a lower limit than the SDK', { tag: ['@1009002', '@1009013'] }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  for (const [request, code, call] of refusals) {
    const refusal = await faults.signaling.answer(request, reply.code(3))
    const [method, ...args] = call(engine.roomId)
    await engine.call(method, ...args)
    await expect(zego).toSurface(code, { via: `api:${method}`, since: refusal })
    await expect(engine).toReact(code)
  }
})

test('a barrage that is too long, as the Flutter SDK sends it', { tag: '@1009002' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  await engine.call('setEngineConfig', { isFlutter: true })
  const { value: content } = await faults.input.tooLong({ bytes: 10_240 })
  await engine.call('sendBarrageMessage', engine.roomId, content)
  await expect(zego).toSurface(1009002, { via: 'api:sendBarrageMessage' })
})
