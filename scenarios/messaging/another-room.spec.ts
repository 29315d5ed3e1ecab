import { sendChannelMessage, sends } from '../room-calls.ts'
import { expect, test } from '../test.ts'

test('a message to a room the client is not in', { tag: '@1009005' }, async ({ engine, faults, zego }) => {
  await engine.join()
  const { value: elsewhere } = await faults.input.unknownID(engine.roomId)
  for (const [method, ...args] of [...sends(elsewhere), sendChannelMessage(elsewhere)]) {
    await engine.call(method, ...args)
    await expect(zego).toSurface(1009005, { via: `api:${method}` })
    await expect(engine).toReact(1009005)
  }
})
