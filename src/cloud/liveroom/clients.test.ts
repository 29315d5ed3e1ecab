import { afterEach, expect, test, vi } from 'vitest'
import { Cloud } from '../cloud.ts'
import type { Entry } from '../exchange/journal.ts'
import { fakePeers } from '../gateway/testing/fake-peer.ts'
import { ScriptedClient as MediaClient } from '../gateway/testing/scripted-client.ts'
import { play, publish } from '../gateway/testing/set-up.ts'
import { ScriptedClient } from '../testing/scripted-client.ts'
import { makeToken } from '../token.ts'

interface LogIn {
  readonly room?: string
  /** The session that the client had: it connects again by itself. */
  readonly session?: bigint
}

afterEach(() => void vi.useRealTimers())

function logIn(cloud: Cloud, idName: string, { room = 'r1', session }: LogIn = {}) {
  const client = new ScriptedClient(cloud)
  const again = session ? { switchSessionId: session, reloginType: 1 } : {}
  const answer = client.request('LoginRoomReq', { roomId: room, idName, thirdToken: makeToken(), ...again })
  const streams = answer?.streamInfoList.map(({ streamId }) => streamId)
  return { client, code: answer?.rspHead?.code, session: answer?.switchSessionId ?? 0n, streams }
}

/** What the cloud told a user, in order: actions on users, ends and beginnings of streams, kick-outs. */
function told(cloud: Cloud, user: string): string[] {
  return cloud.journal.entries
    .filter((entry) => entry.direction === 'out' && entry.user === user)
    .flatMap(inWords)
}

function inWords({ name, message, judgedBy }: Entry): string[] {
  const said = message as {
    kickoutReason?: number
    userActionList?: { action: number; idName: string }[]
    streamInfoList?: { streamId: string; closeType: number }[]
  }
  if (name === 'PushUserKickout') return [`kicked ${said.kickoutReason} by ${judgedBy}`]
  if (name === 'PushUserInfoUpdated')
    return (said.userActionList ?? []).map(({ action, idName }) => `${action === 1 ? '+' : '-'}${idName}`)
  if (name === 'PushStream')
    return (said.streamInfoList ?? []).map(({ streamId, closeType }) => `${streamId} ${closeType}`)
  return []
}

test.each([['the same room'], ['another room']])('the same user on a second client, in %s', (where) => {
  const cloud = new Cloud()
  logIn(cloud, 'watcher')
  const first = logIn(cloud, 'host')
  first.client.request('AddStreamReq', { streamId: 's1' })
  const second = logIn(cloud, 'host', { room: where === 'the same room' ? 'r1' : 'r2' })
  expect(second.code).toBe(0)
  expect(told(cloud, 'host')).toContain('kicked 1 by clients')
  const heard =
    where === 'the same room'
      ? ['+host', 's1 0', 's1 0', '-host', '+host']
      : ['+host', 's1 0', 's1 0', '-host']
  expect(told(cloud, 'watcher')).toEqual(heard)
  expect(cloud.clients.map(({ room, userId }) => `${userId} in ${room.id}`)).toEqual([
    'watcher in r1',
    where === 'the same room' ? 'host in r1' : 'host in r2',
  ])
  expect(cloud.defects).toEqual([])
})

test('whichever of the two leaves, the newer one stays in until it leaves itself', () => {
  const cloud = new Cloud()
  const first = logIn(cloud, 'host')
  const second = logIn(cloud, 'host')
  first.client.request('LogoutRoomReq')
  first.client.close()
  expect([...cloud.room('r1').members.keys()]).toEqual(['host'])
  expect(second.client.request('AddStreamReq', { streamId: 's1' })?.rspHead?.code).toBe(0)
  expect(second.client.request('HbReq')?.rspHead?.code).toBe(0)
  second.client.request('LogoutRoomReq')
  expect(cloud.room('r1').members.size).toBe(0)
})

test('what the earlier one still asks has no answer, and no effect', () => {
  const cloud = new Cloud()
  const first = logIn(cloud, 'host')
  logIn(cloud, 'host')
  expect(first.client.request('AddStreamReq', { streamId: 's1' })).toBeUndefined()
  expect(cloud.room('r1').streams.size).toBe(0)
  expect(cloud.defects).toEqual([])
})

test('two clients that both log in again by their own will put each other out in turn', () => {
  const cloud = new Cloud()
  for (let turn = 0; turn < 4; turn += 1) logIn(cloud, 'host')
  expect(told(cloud, 'host').filter((said) => said.startsWith('kicked'))).toHaveLength(3)
})

test('a stream ID that somebody else in the room has is refused, until it is given back', () => {
  const cloud = new Cloud()
  const host = logIn(cloud, 'host')
  const rival = logIn(cloud, 'rival')
  const elsewhere = logIn(cloud, 'elsewhere', { room: 'r2' })
  const add = ({ client }: typeof host) => client.request('AddStreamReq', { streamId: 's1' })?.rspHead?.code
  expect([add(host), add(rival), add(host), add(elsewhere)]).toEqual([0, 1012, 0, 0])
  expect(cloud.room('r1').streams.get('s1')?.idName).toBe('host')
  host.client.request('DeleteStreamReq', { streamId: 's1' })
  expect(add(rival)).toBe(0)
})

test('a stream is changed and ended by whoever has it, and by nobody else', () => {
  const cloud = new Cloud()
  const host = logIn(cloud, 'host')
  const rival = logIn(cloud, 'rival')
  host.client.request('AddStreamReq', { streamId: 's1', extraInfo: 'mine' })
  rival.client.request('UpdateStreamReq', { streamId: 's1', extraInfo: 'yours' })
  rival.client.request('DeleteStreamReq', { streamId: 's1' })
  expect(cloud.room('r1').streams.get('s1')).toMatchObject({ idName: 'host', extraInfo: 'mine' })
  const changed = host.client.request('UpdateStreamReq', { streamId: 's1', extraInfo: 'mine still' })
  expect(changed).toMatchObject({ streamSeq: 3, streamVer: 2 })
})

test('a client that connects again replaces itself, and nobody hears of it', () => {
  const cloud = new Cloud()
  const watcher = logIn(cloud, 'watcher')
  const first = logIn(cloud, 'host')
  first.client.request('AddStreamReq', { streamId: 's1' })
  first.client.close()
  const again = logIn(cloud, 'host', { session: first.session })
  expect(again).toMatchObject({ code: 0, session: first.session })
  expect(told(cloud, 'watcher')).toEqual(['+host', 's1 0'])
  expect(told(cloud, 'host')).not.toContain('kicked 1 by clients')
  expect(cloud.room('r1').streams.size).toBe(1)
  // It shall not play what it sends itself, and hears on its new link.
  expect(again.streams).toEqual([])
  const before = [first, again].map(({ client }) => client.packets().length)
  watcher.client.request('SendImReq', { msgContent: 'hello' })
  expect([first, again].map(({ client }, at) => client.packets().length - (before[at] ?? 0))).toEqual([0, 1])
})

test('who is put out is told so before the others hear that somebody is gone', () => {
  const cloud = new Cloud()
  for (const user of ['watcher', 'host']) logIn(cloud, user)
  const seen = cloud.journal.entries.length
  cloud.room('r1').kick('host')
  expect(cloud.journal.entries.slice(seen).map(({ name, user }) => `${name} to ${user}`)).toEqual([
    'PushUserKickout to host',
    'PushUserInfoUpdated to watcher',
  ])
})

test('a client whose place was taken while it was away is refused when it comes back, until somebody asks for it', () => {
  const cloud = new Cloud()
  const first = logIn(cloud, 'host')
  first.client.close()
  logIn(cloud, 'host')
  expect(logIn(cloud, 'host', { session: first.session }).code).toBe(50_013)
  expect(cloud.journal.named('LoginRoomRsp').at(-1)).toMatchObject({ judgedBy: 'clients' })
  expect(logIn(cloud, 'host').code).toBe(0)
})

test('a client that is refused puts nobody out', () => {
  const cloud = new Cloud()
  logIn(cloud, 'host')
  const client = new ScriptedClient(cloud)
  client.request('LoginRoomReq', { roomId: 'r1', idName: 'host', thirdToken: makeToken(-1) })
  expect(told(cloud, 'host')).toEqual([])
  expect(cloud.clients).toHaveLength(1)
})

test('a client that vanishes is out after 100 s, streams first, and nobody hears of it before', () => {
  const cloud = new Cloud()
  logIn(cloud, 'watcher')
  const host = logIn(cloud, 'host')
  host.client.request('AddStreamReq', { streamId: 's1' })
  host.client.close()
  cloud.clock.advance(99_000)
  expect(told(cloud, 'watcher')).toEqual(['+host', 's1 0'])
  cloud.clock.advance(1_500)
  expect(told(cloud, 'watcher')).toEqual(['+host', 's1 0', 's1 1', '-host'])
  expect([...cloud.room('r1').members.keys()]).toEqual(['watcher'])
})

test.each([
  [99, ['+host']],
  [101, ['+host', '-host', '+host']],
])('a client that comes back after %d s', (seconds, heard) => {
  const cloud = new Cloud()
  logIn(cloud, 'watcher')
  const host = logIn(cloud, 'host')
  host.client.close()
  cloud.clock.advance(seconds * 1_000)
  const back = logIn(cloud, 'host', { session: host.session })
  expect(back).toMatchObject({ code: 0, session: host.session })
  expect(told(cloud, 'watcher')).toEqual(heard)
  back.client.close()
  cloud.clock.advance(101_000)
  expect(told(cloud, 'watcher')).toEqual([...heard, '-host'])
})

test('a session is nobody else’s: whoever names it as another user has one of their own', () => {
  const cloud = new Cloud()
  const first = logIn(cloud, 'host')
  const other = logIn(cloud, 'guest', { session: first.session })
  expect(other.session).not.toBe(first.session)
  expect(cloud.clients.map(({ userId }) => userId)).toEqual(['host', 'guest'])
})

test('a client that came back is reached by its new link, whenever the old one closes', () => {
  const cloud = new Cloud()
  const first = logIn(cloud, 'host')
  logIn(cloud, 'host', { session: first.session })
  const { client } = cloud.room('r1').member('host')
  first.client.close()
  expect(client?.tunnel?.isPassable).toBe(true)
})

test('whoever shall log in again is let in, whatever the reason was', () => {
  const cloud = new Cloud()
  const { session } = logIn(cloud, 'host')
  cloud.room('r1').kick('host', 'logged-in-elsewhere', { relogin: true })
  expect(logIn(cloud, 'host', { session })).toMatchObject({ code: 0, session })
})

test('a page that crashed and publishes again: its stream ends, then begins', () => {
  const cloud = new Cloud()
  logIn(cloud, 'watcher')
  const crashed = logIn(cloud, 'host')
  crashed.client.request('AddStreamReq', { streamId: 's1' })
  crashed.client.close()
  const { client } = logIn(cloud, 'host')
  client.request('AddStreamReq', { streamId: 's1' })
  expect(told(cloud, 'watcher')).toEqual(['+host', 's1 0', 's1 0', '-host', '+host', 's1 0'])
})

test('a client that was silent on an open link is told to log in again when it speaks', () => {
  vi.useFakeTimers()
  const cloud = new Cloud()
  const host = logIn(cloud, 'host')
  vi.advanceTimersByTime(101_000)
  expect(cloud.clients).toEqual([])
  expect(host.client.request('HbReq')?.rspHead?.code).toBe(1_002)
  expect(cloud.defects).toEqual([])
})

test('a client whose link is sound stays in, however far the clock is moved', () => {
  const cloud = new Cloud()
  const host = logIn(cloud, 'host')
  for (let minute = 0; minute < 5; minute += 1) {
    cloud.clock.advance(120_000)
    expect(host.client.request('HbReq')?.rspHead?.code).toBe(0)
  }
})

test('a client on a link that is open but dead is missed as one that is gone, and no sooner', () => {
  const cloud = new Cloud()
  logIn(cloud, 'watcher')
  const { client } = logIn(cloud, 'host')
  cloud.clock.advance(60_000) // while the link was sound, it was never silent
  client.isPassable = false
  cloud.clock.advance(99_000)
  expect(told(cloud, 'watcher')).toEqual(['+host'])
  cloud.clock.advance(1_500)
  expect(told(cloud, 'watcher')).toEqual(['+host', '-host'])
  client.isPassable = true
  expect(client.request('HbReq')?.rspHead?.code).toBe(1_002)
})

test('a client whose link was dead for less than that stays in', () => {
  const cloud = new Cloud()
  const { client } = logIn(cloud, 'host')
  client.isPassable = false
  cloud.clock.advance(60_000)
  client.isPassable = true
  expect(client.request('HbReq')?.rspHead?.code).toBe(0)
  cloud.clock.advance(60_000)
  expect(client.request('HbReq')?.rspHead?.code).toBe(0)
})

test('a participant that the test made up does not take along who came in as the same user', () => {
  const cloud = new Cloud()
  logIn(cloud, 'host')
  const elsewhere = cloud.room('r1').loginElsewhere('host')
  const back = logIn(cloud, 'host')
  elsewhere.leave()
  expect(back.client.request('HbReq')?.rspHead?.code).toBe(0)
})

test('a client whose place a participant takes by coming back is told so', async () => {
  const cloud = new Cloud()
  const bob = cloud.room('r1').join('bob')
  bob.vanish()
  cloud.clock.advance(101_000)
  logIn(cloud, 'bob')
  await bob.comeBack()
  expect(cloud.journal.named('PushUserKickout')).toMatchObject([
    { user: 'bob', message: { kickoutReason: 1 } },
  ])
  bob.say('hello')
})

test.each([
  ['is missed', (cloud: Cloud) => void cloud.clock.advance(101_000)],
  ['is replaced', (cloud: Cloud) => void logIn(cloud, 'host')],
])('the media of a client that is gone ends once it %s', async (_, happens) => {
  const cloud = new Cloud({ createPeer: fakePeers().create })
  const { client } = logIn(cloud, 'host')
  client.request('AddStreamReq', { streamId: publish.streamId })
  const [media, viewer] = [new MediaClient(cloud.gateway), new MediaClient(cloud.gateway)]
  await media.ask('CreateSessionWithSdpReq', publish)
  await viewer.ask('CreateSessionWithSdpReq', play)
  client.close()
  expect(media.pushes('CloseSessionPush')).toHaveLength(0)
  happens(cloud)
  expect(media.pushes('CloseSessionPush')).toHaveLength(1)
  // Who plays it waits for it.
  expect(viewer.pushes('CloseSessionPush')).toHaveLength(0)
})

test('a client that hears that it is replaced ends its media itself', async () => {
  const cloud = new Cloud({ createPeer: fakePeers().create })
  const { client } = logIn(cloud, 'host')
  client.request('AddStreamReq', { streamId: publish.streamId })
  const media = new MediaClient(cloud.gateway)
  await media.ask('CreateSessionWithSdpReq', publish)
  logIn(cloud, 'host')
  expect(media.pushes('CloseSessionPush')).toHaveLength(0)
})
