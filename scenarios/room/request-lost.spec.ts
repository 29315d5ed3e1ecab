import { sent } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('requests to the room get lost', { tag: ['@1102013'] }, async ({ app, faults, zego }) => {
  await faults.time.control()
  await app.join()
  await faults.network.halfOpen('signaling')
  await app.say('lost on its way')
  await faults.time.advance('9s')
  await expect(zego).toSurface(1100002, { via: 'api:sendBroadcastMessage' })
  await expect(zego).not.toSurface(1102013)
  await expect(app).toReact(1100002)

  await faults.network.heal()
  await app.recover(sent('lost on its way'))
})
