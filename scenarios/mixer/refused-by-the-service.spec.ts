import { tagsOf, test } from '../test.ts'
import { type Row, tryAll } from './arguments.ts'
import { canvas, guestStream, input, png, publishElsewhere, task } from './task.ts'

const guests = Array.from({ length: 10 }, (_, at) => `guest-${at}`)
const inputs = (streams: readonly string[]) => ({ inputList: streams.map((streamID) => input({ streamID })) })
const outputs = (...outputList: string[]) => ({ outputList })
const placed = (layout: object) => ({ inputList: [input({ layout })] })
const watermark = (layout: unknown) => ({ watermark: { imageURL: 'preset-id://logo.png', layout } })
const label = (text: string) => ({ inputList: [input({ label: { text } })] })
const picture = (url: string) => ({ inputList: [input({ imageInfo: { url } })] })

const pictures = new Map([
  ['preset-id://logo.png', png()],
  ['http://pictures.example/1-mb.png', png(1_048_576)],
  ['http://pictures.example/too-large.png', png(1_048_577)],
  ['http://pictures.example/animation.gif', new TextEncoder().encode('GIF89a')],
])

/** Settings that the SDK sends as they are, right and wrong ones; the service judges them. */
const rows: readonly Row[] = [
  {
    code: 1005025,
    what: 'with ten inputs',
    accepted: [inputs(guests.slice(0, 9))],
    refused: [inputs(guests)],
  },
  {
    code: 1005026,
    what: 'with an input that nobody publishes',
    accepted: [inputs([guestStream, 'guest-0'])],
    refused: [inputs([guestStream, 'gone'])],
  },
  {
    code: 1005027,
    what: 'with an input beyond the canvas, or one that names no stream, which the SDK refuses itself',
    accepted: [placed(canvas)],
    refused: [
      ...[
        { ...canvas, right: 641 },
        { ...canvas, bottom: 361 },
        { ...canvas, left: 640 },
      ].map(placed),
      { inputList: [input({ streamID: null })] },
      { inputList: [{ layout: canvas }] },
    ],
    otherwise: [{ ...canvas, left: -1 }, { ...canvas, left: 0.5 }, {}].map((layout) => ({
      code: 1100001,
      settings: placed(layout),
    })),
  },
  {
    code: 1005028,
    what: 'with a label of 513 bytes, or of 300 characters, which the SDK refuses itself',
    accepted: [label(`${'好'.repeat(170)}ab`), label('x'.repeat(299))],
    refused: [label('好'.repeat(171)), label('x'.repeat(300))],
  },
  {
    code: 1005030,
    what: 'with four outputs',
    accepted: [outputs('a', 'b', 'rtmp://push.example/live/c')],
    refused: [outputs('a', 'b', 'c', 'd')],
  },
  {
    code: 1005035,
    what: 'with a picture that is no JPG or PNG, or not on HTTP',
    accepted: [picture('preset-id://logo.png')],
    refused: ['http://pictures.example/animation.gif', 'https://pictures.example/1-mb.png', 'logo.png'].map(
      picture,
    ),
  },
  {
    code: 1005036,
    what: 'with a picture that is too large or not there',
    accepted: [picture('http://pictures.example/1-mb.png')],
    refused: ['http://pictures.example/too-large.png', 'preset-id://none.png'].map(picture),
  },
  {
    code: 1005062,
    what: 'with a watermark beyond the canvas, or without a rectangle, which the SDK refuses itself',
    accepted: [watermark(canvas)],
    refused: [
      ...[
        { ...canvas, right: 641 },
        { ...canvas, bottom: 361 },
      ].map(watermark),
      ...[undefined, null, {}, { ...canvas, left: 0.5 }, { ...canvas, top: -1 }].map(watermark),
    ],
  },
  {
    code: 1005099,
    what: 'with an input that is there twice',
    accepted: [inputs(['guest-0', 'guest-1'])],
    refused: [inputs(['guest-0', 'guest-0'])],
  },
]

test('mixer tasks that the service refuses', { tag: tagsOf(rows) }, async ({
  cloud,
  eachRow,
  engine,
  faults,
  zego,
}) => {
  publishElsewhere(cloud, [guestStream, ...guests])
  for (const [url, content] of pictures) cloud.mixer.pictures.set(url, content)
  await engine.join()
  await eachRow(rows, (row) => tryAll(row, 'startMixerTask', task(), { engine, faults, zego }))
})
