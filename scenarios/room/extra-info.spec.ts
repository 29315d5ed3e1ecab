import { expect, test } from '../test.ts'

/** What setRoomExtraInfo takes, and what not, at the very edge. Lengths are counted in UTF-16 units. */
const rows = [
  {
    code: 1002014,
    what: 'without a key',
    accepted: ['k'],
    refused: ['', null, undefined, 5],
    pair: (key: unknown) => [key, 'news'],
  },
  {
    code: 1002015,
    what: 'under a key that is too long',
    accepted: ['k'.repeat(128)],
    refused: ['k'.repeat(129), '中'.repeat(129), '😀'.repeat(65)],
    pair: (key: unknown) => [key, 'news'],
  },
  {
    code: 1002016,
    what: 'that is too long',
    accepted: ['', 'v'.repeat(4096), '中'.repeat(4096), '😀'.repeat(2048)],
    refused: ['v'.repeat(4097), '中'.repeat(4097), '😀'.repeat(2049)],
    pair: (value: unknown) => ['topic', value],
  },
]

for (const { code, what, accepted, refused, pair } of rows) {
  test(`room information ${what}`, { tag: `@${code}` }, async ({ engine, faults, zego }) => {
    await engine.join()
    for (const legal of accepted)
      expect(await engine.call('setRoomExtraInfo', engine.roomId, ...pair(legal))).toMatchObject({
        how: 'resolved',
      })
    for (const value of refused) {
      const input = await faults.input.argument(value, { insteadOf: accepted[0] })
      await engine.call('setRoomExtraInfo', engine.roomId, ...pair(input.value))
      await expect(zego).toSurface(code, { via: 'api:setRoomExtraInfo', since: input })
    }
    await expect(engine).toReact(code)
  })
}

test('room information under a second key', { tag: '@1002017' }, async ({ engine, faults, zego }) => {
  await engine.join()
  await engine.call('setRoomExtraInfo', engine.roomId, 'topic', 'news')
  const { value: key } = await faults.input.argument('mood', { insteadOf: 'topic' })
  await engine.call('setRoomExtraInfo', engine.roomId, key, 'good')
  await expect(zego).toSurface(1002017, { via: 'api:setRoomExtraInfo' })
  await expect(engine).toReact(1002017)
})
