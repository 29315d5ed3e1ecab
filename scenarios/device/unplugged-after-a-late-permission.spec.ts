import { sending } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

// The engine lists devices when it is made. Without the permission none of them has an ID or a name, and the SDK takes the
// first of those for the one that is gone.
test('an app that never lists devices is told of another device', { tag: '@1006006' }, async ({
  engine,
  faults,
  zego,
}) => {
  await faults.permission.deny('all')
  await engine.join()
  await faults.permission.grant('all')
  await engine.publish('s1')
  await faults.device.unplug('camera')
  await expect(zego).toSurface(1006006, { via: 'event:deviceError' })
  expect(zego.surfaced(1006006)).toMatchObject({ payload: [1006006, expect.stringMatching(/audio/i)] })
  await expect(engine).toReact(1006006)
})

test('an app that lists them once they are allowed is told of the right one', { tag: '@1006006' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.permission.deny('all')
  await app.join()
  await faults.permission.grant('all')
  await app.button('Go live').click()
  await expect(app.publishing).toHaveText('Live')
  await faults.device.unplug('camera')
  await expect(zego).toSurface(1006006, { via: 'event:deviceError' })
  expect(zego.surfaced(1006006)).toMatchObject({ payload: [1006006, expect.stringMatching(/camera/i)] })
  await expect(app).toReact(1006006, { device: 'camera' })
  const [first] = zego.timeline.all.filter(
    ({ name, outcome }) => name === 'enumDevices' && outcome === 'resolved',
  )
  expect(first).toMatchObject({ payload: { result: { cameras: [{ deviceName: '' }] } } })

  await app.comesBack(sending('camera'), 'device.plug', () => faults.device.plug('camera'))
})
