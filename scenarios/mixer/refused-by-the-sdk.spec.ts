import { expect, tagsOf, test } from '../test.ts'
import { type Row, tryAll } from './arguments.ts'
import { canvas, input, png, publishElsewhere, started, task } from './task.ts'

const address = (length: number, character: string) => 'http://pictures.example/'.padEnd(length, character)
const picture = (length: number, character = 'a') => input({ imageInfo: { url: address(length, character) } })
const watermark = (imageURL: string) => ({ watermark: { imageURL, layout: canvas } })

/** Settings of a task, right and wrong ones; the SDK judges them itself. */
const rows: readonly Row[] = [
  {
    code: 1005005,
    what: 'without output settings',
    refused: [
      { outputConfig: undefined },
      { outputConfig: null },
      { outputConfig: '640x360' },
      { outputConfig: 800 },
    ],
    otherwise: [
      {},
      { ...task().outputConfig, outputFPS: 0 },
      { ...task().outputConfig, outputWidth: 640.5 },
    ].map((outputConfig) => ({ code: 1100001, settings: { outputConfig } })),
  },
  {
    code: 1005006,
    what: 'for an output that is no stream ID',
    accepted: [
      { outputList: ["azAZ09!#$%&'()*+,-.;<=>@\\^_`~"] },
      { outputList: ['rtmp://push.example/live/ä b', { target: 'https://push.example/a b.flv' }] },
      { outputList: ['m'.repeat(1024)] },
    ],
    refused: [...' "/:?[]{|}’é中', 'https://push.example/a.mp4'].flatMap((wrong) => [
      { outputList: [`mixed${wrong}`] },
      { outputList: [{ target: `mixed${wrong}` }] },
    ]),
    otherwise: [{ code: 1005029, settings: { outputList: ['m'.repeat(1025)] } }],
  },
  {
    code: 1005020,
    what: 'without inputs',
    refused: [{ inputList: [] }, { inputList: [input({ streamID: '' })] }],
  },
  {
    code: 1005021,
    what: 'without outputs',
    refused: [[], null, undefined, [''], [{}], [{ target: null }]].map((outputList) => ({ outputList })),
  },
  {
    code: 1005034,
    what: 'with an image address longer than 1024 characters, one byte each or more',
    accepted: [{ inputList: [picture(1024)] }, { inputList: [picture(1024, '好')] }],
    refused: [{ inputList: [picture(1025)] }, { inputList: [picture(1025, '好')] }],
  },
  {
    code: 1005063,
    what: 'with a watermark from elsewhere',
    accepted: [
      'preset-id://a.jpg',
      'preset-id://a.png',
      'http://a.example/b.jpeg',
      'https://a.example/b.png',
    ].map(watermark),
    refused: ['preset-id://a.gif', 'preset-id://a.PNG', 'preset-id://a.png?b', 'file:///a.png', 'a.png'].map(
      watermark,
    ),
  },
]

test('mixer tasks that the SDK refuses itself', { tag: tagsOf(rows) }, async ({
  cloud,
  eachRow,
  engine,
  faults,
  zego,
}) => {
  publishElsewhere(cloud)
  for (const character of 'a好') cloud.mixer.pictures.set(address(1024, character), png())
  await engine.join()
  await eachRow(rows, (row) => tryAll(row, 'startMixerTask', task(), { engine, faults, zego }))
})

test('inputs and outputs that are not lists', { tag: ['@1005020', '@1005021'] }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  publishElsewhere(cloud)
  await engine.join()
  for (const [code, name] of [
    [1005020, 'inputList'],
    [1005021, 'outputList'],
  ] as const) {
    const empty = await faults.input.argument(task({ [name]: [] }), { insteadOf: task() })
    await engine.call('startMixerTask', empty.value)
    await expect(zego).toSurface(code, { via: 'api:startMixerTask', since: empty })
    // Other types make the SDK trip, so that the app gets a TypeError of its inside and no code.
    for (const list of ['guest-camera', {}, 5]) {
      const { value } = await engine.call('startMixerTask', task({ [name]: list }))
      expect(String(value)).toMatch(/^TypeError/)
    }
  }
  await expect(engine.alert).toContainText(/browser reported an error/)
  // A list of what is no target at all is taken, and sent with an empty one.
  expect(await engine.call('startMixerTask', task({ outputList: [5] }))).toMatchObject(started)
  expect([...cloud.mixer.tasks.values()]).toMatchObject([{ outputs: [''] }])
})
