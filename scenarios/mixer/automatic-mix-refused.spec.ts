import { expect, tagsOf, test } from '../test.ts'
import { type Row, tryAll } from './arguments.ts'
import { MixerPanel } from './panel.ts'
import { roomTask } from './task.ts'

const targets = (...names: unknown[]) => ({ outputList: names.map((target) => ({ target })) })

/** Outputs of an automatic mix, right and wrong ones. */
const rows: readonly Row[] = [
  {
    code: 1005006,
    what: 'an output that is no stream ID',
    accepted: [targets("azAZ09!#$%&'()*+,-.;<=>@\\^_`~"), targets('rtmp://push.example/live/ä b')],
    refused: [...' "/:?[]{|}’é中'].map((wrong) => targets(`mixed${wrong}`)),
    otherwise: [{ code: 1005029, settings: targets('m'.repeat(1025)) }],
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
  },
  {
    code: 1005030,
    what: 'four outputs',
    accepted: [targets('a', 'b', 'c')],
    refused: [targets('a', 'b', 'c', 'd')],
  },
]

test('automatic mixes whose outputs are refused', { tag: tagsOf(rows) }, async ({
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  const legal = roomTask(engine.roomId)
  await eachRow(rows, (row) => tryAll(row, 'startAutoMixerTask', legal, { engine, faults, zego }))
})

test('somebody stops a mix of the whole room that does not run', { tag: '@no-code' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  const mixer = new MixerPanel(app.page)
  cloud.mixer.start({ id: 'ours', startedBy: app.userId, inputs: [], outputs: ['host-mixed'] })
  await app.join()
  await mixer.chooseWholeRoom()
  const { value: id } = await faults.input.argument('never-started', { insteadOf: 'ours' })
  await mixer.field('Mix ID').fill(id)
  await mixer.stop()
  await expect(zego).toSurface(1_000_011_002, { via: 'api:stopAutoMixerTask', undocumented: true })
  await expect(app).toReact(1_000_011_002)
  expect([...cloud.mixer.tasks.keys()]).toEqual(['ours'])

  await mixer.field('Mix ID').fill('ours')
  await mixer.stop()
  await expect.poll(() => cloud.mixer.tasks.size).toBe(0)
  await expect(mixer.status).toHaveText('Not mixing')
  await expect(app.alert).toBeHidden()
})
