import { expect, test } from '../test.ts'

test('the service does not know the AppID', { tag: '@1001004' }, async ({ app, faults, zego }) => {
  await faults.signaling.configure({ appIds: [1] })
  await app.tryToJoin()
  await expect(zego).toSurface(1001004, { via: 'api:loginRoom' })
  await expect(zego).toSurface(1001004, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1001004)
})
