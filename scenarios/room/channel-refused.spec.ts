import { sendChannelMessage } from '../room-calls.ts'
import { expect, reply, test } from '../test.ts'

test('the room refuses a message on a channel', { tag: '@1102021' }, async ({ engine, faults, zego }) => {
  await engine.join()
  for (const number of [1, 1015, 7777, 1_999_999]) {
    const refusal = await faults.signaling.answer('SendChannelMsgReq', reply.code(number), { once: true })
    await engine.call(...sendChannelMessage(engine.roomId))
    await expect(zego).toSurface(1002099, { via: 'api:callExperimentalAPI', since: refusal })
  }
  await expect(zego).not.toSurface(1102021)
  await expect(engine).toReact(1002099)
})
