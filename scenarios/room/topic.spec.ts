import type { LiveRoom } from '../live-room.ts'
import { type EndOf, topicIs } from '../reacting/ends.ts'
import { expect, reply, tagsOf, test } from '../test.ts'
import { joinMultiRoom, topicOf } from './side-room-panel.ts'

const what = 'What this room is about'
const name = 'Kept under the name'

async function changeTopic(app: LiveRoom, text: string, under?: string) {
  await app.page.getByRole('textbox', { name: what }).fill(text)
  if (under !== undefined) await app.page.getByRole('textbox', { name }).fill(under)
  await app.button('Change topic').click()
}

type Back = (app: LiveRoom, end: EndOf, field: string, act: () => Promise<void>) => Promise<void>
const changed: Back = (app, end, field, act) =>
  app.recover(end, async () => {
    await expect(app.page.getByRole('textbox', { name: field })).toBeFocused()
    await act()
  })
/** What it means is not told by the code alone, so the app cannot say where to change it. */
const anew: Back = (app, end, _, act) => app.comesBack(end, 'Change topic', act)

const rows = [
  { code: 1002014, what: 'no name', field: name, pair: ['one', ''], back: anew },
  { code: 1002015, what: 'a long name', field: name, pair: ['two', 'k'.repeat(129)], back: changed },
  { code: 1002016, what: 'a long topic', field: what, pair: ['v'.repeat(4_097), 'topic'], back: changed },
] as const

test('a topic that is too long, and one without a name or with a long one', { tag: tagsOf(rows) }, async ({
  app,
  eachRow,
  faults,
  zego,
}) => {
  await app.join()
  await eachRow(rows, async ({ code, field, pair: [text, under], back }) => {
    const right = `about ${code}`
    const wrong = field === name ? under : text
    const input = await faults.input.argument<readonly [string, string]>([text, under], {
      insteadOf: ['legal', 'topic'],
      arrivesAs: wrong,
    })
    await changeTopic(app, ...input.value)
    await expect(zego).toSurface(code, { via: 'api:setRoomExtraInfo', since: input })
    await expect(app).toReact(code)
    await back(app, topicIs(right), field, () => changeTopic(app, right, 'topic'))
  })
})

test('another app has set room information under its own key', { tag: '@1002017' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await app.join()
  cloud.room(app.roomId).join('guest').setExtraInfo('mood', 'good')
  const key = await faults.input.argument('topic', { insteadOf: 'mood' })
  await changeTopic(app, 'news', key.value)
  await expect(zego).toSurface(1002017, { via: 'api:setRoomExtraInfo' })
  await expect(app).toReact(1002017)

  await app.recover(topicIs('news', 'mood'), async () => {
    await expect(app.page.getByRole('textbox', { name: 'What this room is about' })).toBeFocused()
    await changeTopic(app, 'news')
  })
})

test('the room does not answer a change of its topic', { tag: '@1100002' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await faults.time.control()
  cloud.room(app.roomId).join('guest').setExtraInfo('topic', 'weather')
  await app.join()
  await expect(app.page.getByRole('textbox', { name: what })).toHaveValue('weather')
  const silenced = await faults.signaling.silence('SetTransReq')
  await changeTopic(app, 'news')
  await faults.time.advance('9s')
  await expect(zego).toSurface(1100002, { via: 'api:setRoomExtraInfo' })
  await expect(app).toReact(1100002)
  // Nobody has to write it again.
  await expect(app.page.getByRole('textbox', { name: what })).toHaveValue('news')

  await silenced.undo()
  await app.recover(topicIs('news'))
})

test('a topic is changed before the last change was answered', { tag: '@1102022' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  const side = await joinMultiRoom(app)
  await side.join('room-2')
  await expect(side.status).toHaveText('Also in room-2')
  const silenced = await faults.signaling.silence('SetTransReq')
  await side.field('What it is for').fill('news')
  await side.press('Set topic there')
  // In a control the first is answered at some moment: the second must not race with that.
  const early = await faults.misuse.call('room information before the last was answered', () =>
    side.field('What it is for').press('Enter'),
  )
  await expect(zego).toSurface(1102022, { via: 'api:setRoomExtraInfo', since: early })
  await expect(app).toReact(1102022)

  // The documented situation, a request that is never answered, has another code.
  const waited = await faults.time.advance('9s')
  await expect(zego).toSurface(1100002, { via: 'api:setRoomExtraInfo' })
  await expect(zego).not.toSurface(1102022, { since: waited })
  await silenced.undo()
  await app.recover(topicOf('room-2', 'news'))
})

test('a change of the topic that has no end does not outlast the room', { tag: '@no-code' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await app.join()
  const loss = await faults.signaling.answer('SetTransReq', reply.code(105), { once: true })
  await changeTopic(app, 'lost')
  await expect(zego).toEmit('roomStateChanged', 'RECONNECTED', { since: loss })
  expect(zego.pending).toMatchObject([{ name: 'setRoomExtraInfo' }])

  await app.button('Leave').click()
  await app.join()
  await changeTopic(app, 'kept')
  await expect.poll(() => cloud.room(app.roomId).extraInfo.get('topic')?.value).toBe('kept')
})
