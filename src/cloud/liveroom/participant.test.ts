import { expect, test } from 'vitest'
import type { Participant } from './participant.ts'
import type { Push } from './pushes.ts'
import { Room } from './room.ts'
import type { Sent } from './virtual-stream.ts'

/** A room with a client in it that keeps what it is told, and virtual media that keeps what is done to it. */
function scene() {
  const told: string[] = []
  const media: unknown[] = []
  let ring = () => {}
  const room = new Room('r1', {
    publishMedia: async (streamId: string, _: string, sent: Sent) => {
      media.push(['publish', streamId, sent])
      return {
        send: (kind, flows) => media.push([kind, flows]),
        cover: (covered) => media.push(['cover', covered]),
        tell: (status) => media.push(status),
        end: () => media.push(['end', streamId]),
      }
    },
    whenMissed: (missed) => {
      ring = missed
      return () => {
        ring = () => {}
      }
    },
  })
  const say = (name: string) => void told.push(name)
  const push = Object.assign(say, { barrage: () => say('barrage') }) as unknown as Push
  room.enter({ userId: 'alice', userName: 'Alice', push })
  const clear = () => {
    told.length = 0
    media.length = 0
  }
  return { room, told, media, clear, miss: () => ring() }
}

test('who switches the microphone off sends no sound, and says so', async () => {
  const { room, media, clear } = scene()
  const bob = room.join('bob')
  await bob.publish('s1')
  clear()
  bob.muteMicrophone()
  expect(media).toEqual([['audio', false], ['video', true], { micStatus: 3, cameraStatus: 0 }])
  clear()
  bob.muteMicrophone(false)
  expect(media.at(-1)).toEqual({ micStatus: 0, cameraStatus: 0 })
})

test('what is published while the camera is off, or without one, starts so', async () => {
  const { room, media, clear } = scene()
  const bob = room.join('bob')
  bob.muteCamera()
  await bob.publish('s1')
  expect(media).toContainEqual(['video', false])
  expect(media.at(-1)).toEqual({ micStatus: 0, cameraStatus: 3 })
  clear()
  await bob.publish('s2', { camera: false, extraInfo: 'radio' })
  expect(media.at(-1)).toEqual({ micStatus: 0, cameraStatus: 2 })
  expect(room.streams.get('s2')).toMatchObject({ extraInfo: 'radio' })
})

test('extra info that is no option is refused with what to write', async () => {
  const { room } = scene()
  // @ts-expect-error as it was before
  await expect(room.join('bob').publish('s1', 'radio')).rejects.toThrow(
    `publish('s1', { extraInfo: "radio" })`,
  )
})

test('a stream ID is one person’s, until it is given back', async () => {
  const { room, media, clear } = scene()
  const [bob, carol] = [room.join('bob'), room.join('carol')]
  await bob.publish('s1')
  clear()
  await expect(carol.publish('s1')).rejects.toThrow('bob is live with s1 in room r1')
  await expect(bob.publish('s1')).rejects.toThrow('choose another stream ID')
  expect(() => carol.announce('s1')).toThrow('bob is live with s1')
  expect(() => carol.unpublish('s1')).toThrow('carol is not live with "s1" in room r1')
  expect([media, room.streams.get('s1')?.idName]).toEqual([[], 'bob'])
  bob.unpublish('s1')
  await carol.publish('s1')
})

test('what was only announced can be published by whoever announced it, and by nobody else', async () => {
  const { room } = scene()
  const [bob, carol] = [room.join('bob'), room.join('carol')]
  bob.announce('s1')
  await expect(carol.publish('s1')).rejects.toThrow('bob is live with s1')
  await bob.publish('s1')
  await expect(bob.publish('s1')).rejects.toThrow('choose another stream ID')
})

test('whoever is out of the room sends nothing any more, and can do nothing there', async () => {
  const { room, media, clear } = scene()
  const bob = room.join('bob')
  await bob.publish('s1')
  clear()
  room.kick('bob')
  expect(media).toEqual([['end', 's1']])
  room.join('bob')
  expect(() => bob.say('hello')).toThrow('bob is out of room r1 by now')
  await expect(bob.publish('s1')).rejects.toThrow('out of room r1')
  expect([media.length, room.streams.size]).toEqual([1, 0])
})

test('whoever has vanished says nothing', () => {
  const bob = scene().room.join('bob')
  bob.vanish()
  expect(() => bob.say('hello')).toThrow('bob has vanished, and does nothing: await comeBack() before')
})

test.each([
  ['a text that is none', (bob: Participant) => bob.say(5 as never), 'say takes a text, not 5.'],
  [
    'somebody who is not there',
    (bob: Participant) => bob.transparent('hello', ['dave']),
    'dave is not in room r1',
  ],
  [
    'a channel that is none',
    (bob: Participant) => bob.sendOnChannel('x', { channelType: -1 }),
    'channelType takes a',
  ],
  [
    'an option that is none',
    (bob: Participant) => bob.publish('s', { camra: false } as never),
    'no option named camra',
  ],
])('%s is refused', async (_, act, why) => {
  const bob = scene().room.join('bob')
  await expect((async () => act(bob))()).rejects.toThrow(why)
})

test('a frozen picture is nobody’s business', async () => {
  const { room, media, clear } = scene()
  const bob = room.join('bob')
  await bob.publish('s1')
  clear()
  bob.freeze()
  expect(media).toEqual([
    ['audio', true],
    ['video', false],
  ])
})

test('a covered camera is that of every stream, now and later', async () => {
  const { room, media, told, clear } = scene()
  const bob = room.join('bob')
  await bob.publish('s1')
  clear()
  bob.coverCamera()
  expect([media, told]).toEqual([[['cover', true]], []])
  await bob.publish('s2')
  expect(media.at(-1)).toEqual(['cover', true])
  clear()
  bob.coverCamera(false)
  expect(media).toEqual([
    ['cover', false],
    ['cover', false],
  ])
})

test('who vanishes is there until the room misses it, and comes back with the streams', async () => {
  const { room, told, media, clear, miss } = scene()
  const bob = room.join('bob')
  await bob.publish('s1')
  clear()
  bob.vanish()
  expect([media, told]).toEqual([
    [
      ['audio', false],
      ['video', false],
    ],
    [],
  ])
  await bob.comeBack()
  expect(media.at(-1)).toEqual(['video', true])
  miss()
  expect(room.members.has('bob')).toBe(true)

  bob.vanish()
  miss()
  expect(told).toEqual(['StreamDeleted', 'PushUserInfoUpdated'])
  expect(media.at(-1)).toEqual(['end', 's1'])
  clear()
  await bob.comeBack()
  expect(told).toEqual(['PushUserInfoUpdated', 'StreamAdded'])
  expect(media).toContainEqual(['video', true])
})

test('who comes back puts out whoever is there as the same user by then', async () => {
  const { room, told, media, clear, miss } = scene()
  const bob = room.join('bob')
  bob.vanish()
  miss()
  const other = room.join('bob')
  await other.publish('s1')
  clear()
  await bob.comeBack()
  expect(told).toEqual(['StreamDeleted', 'PushUserInfoUpdated', 'PushUserInfoUpdated'])
  expect([media, room.streams.size]).toEqual([[['end', 's1']], 0])
  bob.say('hello')
  expect(() => other.say('hello')).toThrow('bob is out of room r1')
})

test('who is out of the room cannot vanish from it', () => {
  const bob = scene().room.join('bob')
  bob.leave()
  expect(() => bob.vanish()).toThrow('bob is out of room r1')
})

test('who vanishes and leaves does not come back by that', async () => {
  const { room } = scene()
  const bob = room.join('bob')
  await bob.publish('s1')
  bob.vanish()
  bob.leave()
  await bob.comeBack()
  expect([...room.members.keys()]).toEqual(['alice'])
})

test('every kind of message goes out', () => {
  const { room, told } = scene()
  const bob = room.join('bob')
  told.length = 0
  bob.say('hello')
  bob.barrage('hello')
  bob.transparent('hello')
  bob.sendOnChannel('hello')
  expect(told).toEqual(['PushIm', 'barrage', 'PushTransparentMsg', 'PushChannelMsg'])
})

test('a crowd comes in, and some of it is live', async () => {
  const { room } = scene()
  const people = await room.crowd(200, { publishing: 50 })
  expect([people.length, room.members.size, room.streams.size]).toEqual([200, 201, 50])
  expect(people[199]?.userId).toBe('crowd-200')
})

test('a second crowd comes beside the first', async () => {
  const { room } = scene()
  await room.crowd(2, { publishing: 1 })
  const [third] = await room.crowd(1, { publishing: 1 })
  expect(third?.userId).toBe('crowd-3')
  expect([...room.streams.keys()]).toEqual(['crowd-1-stream', 'crowd-3-stream'])
})

test.each([0, 1.5, 10_001, Number.NaN])('a crowd of %d is refused', async (size) => {
  await expect(scene().room.crowd(size)).rejects.toThrow(/from 1 to 10000, not/)
})

test('more than come cannot publish', async () => {
  const { room } = scene()
  await expect(room.crowd(2, { publishing: 3 })).rejects.toThrow(/Of a crowd of 2, from 0 to 2/)
  expect(room.members.size).toBe(1)
})

test('a stream that is ended is sent no more, and the others go on', async () => {
  const { room, told, media, clear } = scene()
  const bob = room.join('bob')
  for (const stream of ['s1', 's2']) await bob.publish(stream)
  clear()
  bob.unpublish('s1')
  expect([media, told]).toEqual([[['end', 's1']], ['StreamDeleted']])
  expect([...room.streams.keys()]).toEqual(['s2'])
})
