import { expect, tagsOf, test } from '../test.ts'
import { publishElsewhere, roomTask, started, task } from './task.ts'

const everyCharacterAllowed = "azAZ09!#$%&'()*+,-.;<=>@\\^_`~"
const charactersRefused = [...' "/:?[]{|}\t\n\u00a0’é中', '😀']

const rows = [
  {
    code: 1005001,
    what: 'that is missing',
    accepted: ['m'],
    refused: ['', null, undefined],
  },
  {
    code: 1005002,
    what: 'longer than 256 characters, one byte each or more',
    accepted: ['m'.repeat(256)],
    refused: ['m'.repeat(257), '中'.repeat(257), '😀'.repeat(129)],
  },
  {
    code: 1005003,
    what: 'with a character that is not allowed',
    accepted: [everyCharacterAllowed],
    refused: charactersRefused.map((character) => `mix${character}1`),
  },
]

test('invalid mixer task IDs', { tag: tagsOf(rows) }, async ({ cloud, eachRow, engine, faults, zego }) => {
  publishElsewhere(cloud)
  await engine.join()
  await eachRow(rows, async ({ code, accepted, refused }) => {
    const starts = (taskID: unknown) =>
      [
        ['startMixerTask', task({ taskID })],
        ['startAutoMixerTask', roomTask(engine.roomId, { taskID })],
      ] as const
    for (const taskID of accepted)
      for (const [start, legal] of starts(taskID))
        expect(await engine.call(start, legal)).toMatchObject(started)
    for (const taskID of refused) {
      const wrong = await faults.input.argument(taskID, { insteadOf: 'mix' })
      for (const [start, given] of starts(wrong.value)) {
        await engine.call(start, given)
        await expect(zego).toSurface(code, { via: `api:${start}`, since: wrong })
      }
      await expect(engine).toReact(code)
      // Stopping has one answer to every ID it does not take.
      await engine.call('stopMixerTask', wrong.value)
      await expect(zego).toSurface(1100001, { via: 'api:stopMixerTask', since: wrong })
      await engine.call('stopAutoMixerTask', { taskID: wrong.value, roomID: engine.roomId })
      await expect(zego).toSurface(1100001, { via: 'api:stopAutoMixerTask', since: wrong })
    }
  })
})
