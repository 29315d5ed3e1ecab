import { expect, test } from '../test.ts'
import { makePlayer, use } from './player-of.ts'

test('the player plays before anybody is logged in', { tag: '@100003' }, async ({
  engine,
  faults,
  vendorPlayer: _,
  zego,
}) => {
  await engine.open()
  await makePlayer(engine)
  await faults.misuse.call('playing before the login', () => use(engine, 'play'))
  await expect(zego).toSurface(100003, { via: 'api:play' })
  await expect(engine).toReact(100003)
})
