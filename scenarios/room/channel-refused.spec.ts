import { expect, reply, test } from '../test.ts'

const numbers = [1, 1015, 7777, 1_999_999].map((number) => ({ what: `number ${number}`, number }))

test('the room refuses a message on a channel', { tag: '@1102021' }, async ({
  app,
  eachRow,
  faults,
  zego,
}) => {
  await app.join()
  await eachRow(numbers, async ({ number }) => {
    const refusal = await faults.signaling.answer('SendChannelMsgReq', reply.code(number), { once: true })
    await app.say(`refused with ${number}`, 'Channel')
    await expect(zego).toSurface(1002099, { via: 'api:callExperimentalAPI', since: refusal })
    await expect(app).toReact(1002099, { since: refusal })
    await app.button('Dismiss').click()
  })
  await expect(zego).not.toSurface(1102021)
})
