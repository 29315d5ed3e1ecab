import { mixing } from '../reacting/ends.ts'
import { expect, tagsOf, test } from '../test.ts'
import { MixerPanel } from './panel.ts'
import { guestStream, png, publishElsewhere } from './task.ts'

const guests = Array.from({ length: 10 }, (_, at) => `guest-${at}`)
const logo = 'preset-id://logo.png'
const still = 'Picture of who has none'

type Field = Parameters<MixerPanel['field']>[0]

/** What a person fills in, what is right there, and which call says so. */
const filled: readonly {
  code: number
  what: string
  field: Field
  wrong: string
  right: string
  /** What the SDK gets of it, where that is not the text. */
  arrivesAs?: unknown
  by?: string
}[] = [
  { code: 1005001, what: 'no ID', field: 'Mix ID', wrong: '', right: 'mix' },
  { code: 1005002, what: 'an ID that is too long', field: 'Mix ID', wrong: 'm'.repeat(257), right: 'mix' },
  { code: 1005003, what: 'an ID with a space', field: 'Mix ID', wrong: 'my mix', right: 'mix' },
  {
    code: 1005005,
    what: 'no size',
    field: 'Size of the picture',
    wrong: '',
    right: '640x360',
    arrivesAs: { outputConfig: '' },
  },
  {
    code: 1100001,
    what: 'a size of nothing',
    field: 'Size of the picture',
    wrong: '0x0',
    right: '640x360',
    arrivesAs: { outputWidth: 0 },
  },
  {
    code: 1005023,
    what: 'a codec that mixes are not made with',
    field: 'Video codec',
    wrong: 'av1',
    right: 'vp8',
    by: 'setMixerTaskConfig',
  },
  {
    code: 1005027,
    what: 'a stream wider than the picture',
    field: 'Width of each stream',
    wrong: '641',
    right: '',
    arrivesAs: { right: 641 },
  },
  { code: 1005006, what: 'an output with a space', field: 'Goes to', wrong: 'all of us', right: 'mixed' },
  { code: 1005021, what: 'no output', field: 'Goes to', wrong: '', right: 'mixed' },
  {
    code: 1005030,
    what: 'four outputs',
    field: 'Goes to',
    wrong: 'a, b, c, d',
    right: 'a, b, c',
    arrivesAs: { target: 'd' },
  },
  {
    code: 1005025,
    what: 'ten streams',
    field: 'Streams to mix',
    wrong: guests.join(),
    right: guestStream,
    arrivesAs: { streamID: guests[9] },
  },
  { code: 1005026, what: 'a stream of nobody', field: 'Streams to mix', wrong: 'gone', right: guestStream },
  { code: 1005063, what: 'a watermark of another kind', field: 'Watermark', wrong: 'logo.gif', right: logo },
  {
    code: 1005067,
    what: 'a background of another kind',
    field: 'Background picture',
    wrong: 'a.gif',
    right: '',
    by: 'setMixerTaskConfig',
  },
  {
    code: 1005062,
    what: 'a watermark as wide as the picture',
    field: 'Its width in pixels',
    wrong: '640',
    right: '64',
    arrivesAs: { right: 648 },
  },
  { code: 1005028, what: 'a long caption', field: 'Caption', wrong: 'x'.repeat(300), right: 'Live' },
  {
    code: 1005034,
    what: 'a picture with a long address',
    field: still,
    wrong: 'http://a.example/'.padEnd(1_025, 'a'),
    right: logo,
  },
  { code: 1005035, what: 'a picture of another kind', field: still, wrong: 'logo.gif', right: logo },
  { code: 1005036, what: 'a picture that is gone', field: still, wrong: 'preset-id://gone.png', right: logo },
]
const rows = filled.map((row) => ({ by: 'startMixerTask', ...row }))

test('the mixer is filled in wrongly', { tag: tagsOf(rows) }, async ({
  app,
  cloud,
  eachRow,
  faults,
  zego,
}) => {
  const mixer = new MixerPanel(app.page)
  publishElsewhere(cloud, [guestStream, ...guests])
  cloud.mixer.pictures.set(logo, png())
  await app.join()
  await mixer.field('Streams to mix').fill(guestStream)
  await eachRow(rows, async ({ code, field, wrong, right, by, arrivesAs = wrong }) => {
    const input = await faults.input.argument<string>(wrong, { insteadOf: right, arrivesAs })
    await mixer.field(field).fill(input.value)
    await mixer.start()
    await expect(zego).toSurface(code, { via: `api:${by}`, since: input })
    await expect(app).toReact(code)

    await app.recover(mixing, async () => {
      await expect(mixer.field(field)).toBeFocused()
      await mixer.field(field).fill(right)
      await mixer.start()
    })
    await mixer.stop()
    await expect(mixer.status).toHaveText('Not mixing')
  })
})
