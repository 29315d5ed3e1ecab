import { live } from '../reacting/ends.ts'
import { expect, tagsOf, test } from '../test.ts'

const everyCharacterAllowed = "azAZ09!#$%&'()*+,-.;<=>@\\^_`~"
const charactersRefused = [...' "/:?[]{|}\t\n\u00a0’é中', '😀']

const rows = [
  {
    code: 1000015,
    what: 'that is missing or no text',
    accepted: ['s'],
    refused: [undefined, null, '', 5, {}, []],
  },
  {
    code: 1000014,
    what: 'longer than 256 characters, one byte each or more',
    accepted: ['s'.repeat(256)],
    refused: ['s'.repeat(257), '中'.repeat(257), '😀'.repeat(129)],
  },
  {
    code: 1000016,
    what: 'with a character that is not allowed',
    accepted: [everyCharacterAllowed],
    refused: charactersRefused.map((character) => `stream${character}1`),
  },
]

test('invalid stream IDs', { tag: tagsOf(rows) }, async ({ eachRow, engine, faults, zego }) => {
  await engine.join()
  await eachRow(rows, async ({ code, accepted, refused }) => {
    for (const id of accepted) {
      // Publishing goes on to its next check, playing to the media server.
      const { value } = await engine.call('startPublishingStream', id, null)
      expect(value).toEqual({ errorCode: 1103001, extendedData: 'localStream wrong' })
      const start = Date.now()
      await engine.begin('startPlayingStream', id)
      await expect(zego).toSurface(0, { via: 'event:playerStateUpdate', since: start })
      await engine.call('stopPlayingStream', id)
    }
    for (const id of refused) {
      const input = await faults.input.argument(id, { insteadOf: 'stream-1' })
      await engine.call('startPublishingStream', input.value, null)
      await expect(zego).toSurface(code, { via: 'api:startPublishingStream', since: input })
      await engine.begin('startPlayingStream', input.value)
      await expect(zego).toSurface(code, { via: 'api:startPlayingStream', since: input })
    }
    await expect(engine).toReact(code)
  })
})

const names = [
  { code: 1000015, what: 'with nothing', wrong: '' },
  { code: 1000014, what: 'at too great a length', wrong: 's'.repeat(257) },
  { code: 1000016, what: 'with a space', wrong: 'my stream' },
]

test('a person names her stream wrongly', { tag: tagsOf(names) }, async ({ app, eachRow, faults, zego }) => {
  const field = app.page.getByRole('textbox', { name: 'Stream ID' })
  // In a control she is still live with the name of the row before.
  const goLive = app.button(/^(Go|End) live$/)
  await app.join()
  await field.fill('first')
  await eachRow(names, async ({ code, wrong }) => {
    const name = await faults.input.argument(wrong, { insteadOf: 'my-stream' })
    await field.fill(name.value)
    await goLive.click()
    await expect(zego).toSurface(code, { via: 'api:startPublishingStream', since: name })
    await expect(app).toReact(code)

    await app.recover(live, async () => {
      await expect(field).toBeFocused()
      await field.fill('my-stream')
      await goLive.click()
    })
    await app.button('End live').click()
  })
})
