import { expect, test } from '../test.ts'

const source = { camera: { video: true, audio: true } }

// createZegoStream, the newer call, fails by the codes of createStream, but in an object of another shape.
test('the newer call for a stream: another program holds the camera', { tag: '@1103065' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  const busy = await faults.device.busy('camera')
  const ending = await engine.call('createZegoStream', source)
  await expect(zego).toSurface(1103065, { via: 'api:createZegoStream' })
  expect(ending).toMatchObject({ how: 'rejected', value: { errorCode: 1103065 } })
  await expect(engine).toReact(1103065)

  await busy.undo()
  expect(await engine.call('createZegoStream', source)).toMatchObject({ how: 'resolved' })
})

test('the newer call for a stream: the user does not allow the camera', { tag: '@1103064' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  await faults.permission.deny('camera')
  const ending = await engine.call('createZegoStream', source)
  await expect(zego).toSurface(1103064, { via: 'api:createZegoStream' })
  expect(ending).toMatchObject({ how: 'rejected', value: { errorCode: 1103064 } })
  await expect(engine).toReact(1103064)

  await faults.permission.grant('camera')
  expect(await engine.call('createZegoStream', source)).toMatchObject({ how: 'resolved' })
})
