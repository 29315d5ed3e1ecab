import { expect, test } from '../test.ts'
import { makePlayer, use } from './player-of.ts'

test('the address is of a playlist, which the player does not play', { tag: '@100001' }, async ({
  cloud,
  faults,
  viewer,
  zego,
}) => {
  const { value: src } = await faults.input.argument('https://cdn.zego.im/live/guest-stream.m3u8', {
    insteadOf: cloud.cdn.addressOf(viewer.stream),
  })
  await viewer.open({ src })
  await expect(zego).toSurface(100001, { via: 'api:src' })
  await expect(viewer).toReact(100001)
})

const rows = [
  { code: 100001, what: 'louder than the loudest', name: 'setVolume', value: 101, legal: 100 },
  { code: 100001, what: 'less than silent', name: 'setVolume', value: -1, legal: 0 },
  { code: 100001, what: 'a volume in words', name: 'setVolume', value: 'loud', legal: 50 },
  { code: 100001, what: 'a number for an address', name: 'src', value: 5, legal: '' },
] as const

test('the player refuses arguments', { tag: '@100001' }, async ({
  eachRow,
  engine,
  faults,
  vendorPlayer: _,
  zego,
}) => {
  await engine.join()
  await makePlayer(engine)
  await eachRow(rows, async ({ name, value, legal }) => {
    const wrong = await faults.input.argument(value, { insteadOf: legal })
    await use(engine, name, wrong.value)
    await expect(zego).toSurface(100001, { via: `api:${name}`, since: wrong })
    await expect(engine).toReact(100001)
  })
})
