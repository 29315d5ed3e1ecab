import { beforeEach, expect, test } from 'vitest'
import { fakeDocument } from '../testing/fake-document.ts'
import { expect as expectZego } from './expect.ts'
import { beginPatiently } from './hurrying.ts'

beforeEach(beginPatiently)

const reconnecting = ['room-1', 'RECONNECTING', 0, '']
const soon = { timeout: 10 }

test('an event that there is not can neither come nor stay away', async () => {
  const { zego } = fakeDocument()
  await expect(expectZego(zego).toEmit('roomStateChange')).rejects.toThrow(/Did you mean roomStateChanged/)
  await expect(expectZego(zego).not.toEmit('roomStateChange')).rejects.toThrow(
    /Did you mean roomStateChanged/,
  )
})

test('nothing stays away where nothing could have come', async () => {
  const { zego } = fakeDocument({ engine: false })
  await expect(expectZego(zego).not.toEmit('roomStateChanged')).rejects.toThrow(/proves nothing here/)
})

test('an event before the fault does not count, nor does a call of that name', async () => {
  const { zego, event, call } = fakeDocument()
  event('roomStateChanged', reconnecting, 900)
  zego.faults.push({ fault: 'network.cut', means: 'wire', at: 1_000, evidence: {} })
  call(1, 'roomStateChanged', 'returned', { args: reconnecting }, 1_100)
  await expect(expectZego(zego).toEmit('roomStateChanged', undefined, soon)).rejects.toThrow(/did not come/)
  await expectZego(zego).toEmit('roomStateChanged', undefined, { since: 0 })
})

test('what it says may stand at any depth, and is the whole of a field', async () => {
  const { zego, event } = fakeDocument()
  event('roomStreamUpdate', ['room-1', 'ADD', [{ streamID: 's1', user: { userID: 'guest' } }]])
  await expectZego(zego).toEmit('roomStreamUpdate', 'guest')
  await expect(expectZego(zego).toEmit('roomStreamUpdate', 'gue', soon)).rejects.toThrow(/did not come/)
})

test('.not with a timeout watches for exactly that long', async () => {
  const { zego, event } = fakeDocument()
  setTimeout(() => event('roomStateChanged', reconnecting), 700)
  await expect(
    expectZego(zego).not.toEmit('roomStateChanged', 'RECONNECTING', { timeout: 3_000 }),
  ).rejects.toThrow(/roomStateChanged with "RECONNECTING" came via event:roomStateChanged/)
})

test('is for the fixture only', async () => {
  // @ts-expect-error no other object can be asked
  await expect(expectZego({}).toEmit('roomStateChanged')).rejects.toThrow(/toEmit is for the fixture zego/)
})
