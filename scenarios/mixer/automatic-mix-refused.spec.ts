import { expect, test } from '../test.ts'
import { roomTask, started } from './task.ts'

const targets = (...names: unknown[]) => ({ outputList: names.map((target) => ({ target })) })

/** Outputs of an automatic mix, right and wrong ones. */
const rows = [
  {
    code: 1005006,
    what: 'an output that is no stream ID',
    accepted: [targets("azAZ09!#$%&'()*+,-.;<=>@\\^_`~"), targets('rtmp://push.example/live/ä b')],
    refused: [...' "/:?[]{|}’é中'].map((wrong) => targets(`mixed${wrong}`)),
    says: /not a valid stream name/,
  },
  {
    code: 1005021,
    what: 'no output',
    accepted: [targets('mixed')],
    refused: [
      { outputList: [] },
      { outputList: undefined },
      targets(''),
      targets(undefined),
      { outputList: [{}] },
    ],
    says: /has no output/,
  },
  {
    code: 1005030,
    what: 'four outputs',
    accepted: [targets('a', 'b', 'c')],
    refused: [targets('a', 'b', 'c', 'd')],
    says: /Too many outputs of the mix: three/,
  },
]

for (const { code, what, accepted, refused, says } of rows) {
  test(`an automatic mix with ${what}`, { tag: `@${code}` }, async ({ engine, faults, zego }) => {
    await engine.join()
    const legal = roomTask(engine.roomId)
    for (const settings of accepted)
      expect(await engine.call('startAutoMixerTask', { ...legal, ...settings })).toMatchObject(started)
    for (const settings of refused) {
      const wrong = await faults.input.argument({ ...legal, ...settings }, { insteadOf: legal })
      await engine.call('startAutoMixerTask', wrong.value)
      await expect(zego).toSurface(code, { via: 'api:startAutoMixerTask', since: wrong })
    }
    await expect(engine.alert).toContainText(says)
  })
}
