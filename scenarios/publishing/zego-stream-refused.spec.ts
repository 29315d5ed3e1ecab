import type { Faults } from '../../fixtures/index.ts'
import { expect, test } from '../test.ts'

const source = { camera: { video: true, audio: true } }

const rows = [
  {
    code: 1103065,
    what: 'another program holds the camera',
    fault: ({ device }: Faults) => device.busy('camera'),
  },
  {
    code: 1103064,
    what: 'the user does not allow the camera',
    fault: ({ permission }: Faults) => permission.deny('camera'),
  },
]

// createZegoStream, the newer call, fails by the codes of createStream, but in an object of another shape.
for (const { code, what, fault } of rows)
  test(`the newer call for a stream: ${what}`, { tag: `@${code}` }, async ({ engine, faults, zego }) => {
    await engine.open()
    const injected = await fault(faults)
    const ending = await engine.call('createZegoStream', source)
    await expect(zego).toSurface(code, { via: 'api:createZegoStream' })
    expect(ending).toMatchObject({ how: 'rejected', value: { errorCode: code } })
    await expect(engine).toReact(code)

    await injected.undo()
    expect(await engine.call('createZegoStream', source)).toMatchObject({ how: 'resolved' })
  })
