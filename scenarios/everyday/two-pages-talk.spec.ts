import { Engine } from '../engine.ts'
import { expect, makeToken, test } from '../test.ts'

const host = { userID: 'host', userName: 'The Host' }
const guest = { userID: 'guest', userName: 'A Guest' }
const [toClientsOnly, toServerOnly] = [0, 1]
const events = [
  'roomUserUpdate',
  'IMRecvBroadcastMessage',
  'IMRecvBarrageMessage',
  'IMRecvCustomCommand',
  'recvRoomTransparentMessage',
  'roomExtraInfoUpdate',
]

/** Keeps what the engine of a page tells from now on. @returns it, whenever asked; of times, whether they are since then */
async function hearing({ page }: Engine): Promise<() => Promise<unknown[]>> {
  const heard = await page.evaluateHandle((events) => {
    const heard: unknown[] = []
    const begun = Date.now()
    const isSince = (ms: number) => ms >= begun && ms <= Date.now()
    const engine = window.engine as unknown as {
      on(event: string, listen: (...said: unknown[]) => void): void
    }
    for (const event of events) engine.on(event, (...said) => heard.push([event, ...said]))
    const told = (name: string, value: unknown) => (/Time$/.test(name) ? isSince(value as number) : value)
    return { all: () => JSON.stringify(heard, told) }
  }, events)
  return async () => JSON.parse(await heard.evaluate(({ all }) => all()))
}

test(
  'what one page says in every way comes to the other as it was said, with the name of who said it',
  { tag: '@no-code' },
  async ({ browser, engine, zego }, { testId }) => {
    const { roomId } = engine
    const other = new Engine(await (await browser.newContext()).newPage(), testId, zego)
    const logIn = async (page: Engine, user: object) => {
      await page.open()
      const heard = await hearing(page)
      await page.call('loginRoom', roomId, makeToken(), user, { userUpdate: true })
      return heard
    }
    const heard = await logIn(engine, host)
    const content = new TextEncoder().encode('bytes')
    await logIn(other, guest)
    await other.call('sendBroadcastMessage', roomId, 'a message')
    await other.call('sendBarrageMessage', roomId, 'a line')
    await other.call('sendCustomCommand', roomId, 'a command', [host.userID])
    const transparent = { sendType: 1, content, recvUserList: [] }
    await other.call('sendTransparentMessage', roomId, { ...transparent, sendMode: toServerOnly })
    await other.call('sendTransparentMessage', roomId, { ...transparent, sendMode: toClientsOnly })
    await other.call('setRoomExtraInfo', roomId, 'topic', 'news')
    const said = { fromUser: guest, sendTime: true }
    const topic = { key: 'topic', value: 'news', updateUser: guest, updateTime: true }
    await expect.poll(heard).toEqual([
      ['roomUserUpdate', roomId, 'ADD', [guest]],
      ['IMRecvBroadcastMessage', roomId, [{ ...said, message: 'a message', messageID: 1 }]],
      ['IMRecvBarrageMessage', roomId, [{ ...said, message: 'a line', messageID: '2' }]],
      ['IMRecvCustomCommand', roomId, guest, 'a command'],
      ['recvRoomTransparentMessage', roomId, { sendUser: guest, content: { ...content } }],
      ['roomExtraInfoUpdate', roomId, [topic]],
    ])

    // Whoever comes later is told what the room keeps, who set it, and when: before that.
    await other.call('logoutRoom', roomId)
    await engine.call('setRoomExtraInfo', roomId, 'topic', 'sports')
    const heardAgain = await logIn(other, guest)
    await expect.poll(heardAgain).toEqual([
      ['roomUserUpdate', roomId, 'ADD', [host]],
      ['roomExtraInfoUpdate', roomId, [{ ...topic, value: 'sports', updateUser: host, updateTime: false }]],
    ])
  },
)
