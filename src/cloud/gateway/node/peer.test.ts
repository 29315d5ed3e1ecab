import { faker } from '@faker-js/faker'
import { expect, test, vi } from 'vitest'
import type { RTCPeerConnection } from 'werift'
import { Refusal } from '../../exchange/refusal.ts'
import { LiveMedia } from '../media/live-media.ts'
import { NetworkPath } from '../media/network-path.ts'
import { weriftPeers } from './peers.ts'

const attributes = [
  'c=IN IP4 0.0.0.0',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:abcdefghijklmnopqrstuvwx',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`,
  'a=setup:actpass',
  'a=rtcp-mux',
]
const offer = (direction: string) =>
  [
    ...['v=0', 'o=- 1 2 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=group:BUNDLE 0 1'],
    ...[
      'm=audio 9 UDP/TLS/RTP/SAVPF 111',
      ...attributes,
      'a=mid:0',
      `a=${direction}`,
      'a=rtpmap:111 opus/48000/2',
    ],
    ...[
      'm=video 9 UDP/TLS/RTP/SAVPF 96',
      ...attributes,
      'a=mid:1',
      `a=${direction}`,
      'a=rtpmap:96 VP8/90000',
    ],
    ...['a=ssrc:1 cname:c', 'a=rtcp-fb:96 nack pli', ''],
  ].join('\r\n')
const media = () => new LiveMedia({ video: { name: 'VP8', parameters: '' }, audio: true }, () => {})

test('an answer has only the loopback candidate, and the gateway waits for checks and handshake', async () => {
  const peer = weriftPeers({ role: 'publisher' }, new NetworkPath())
  const lines = (await peer.answer(offer('sendonly'))).split('\r\n')
  const candidates = lines.filter((line) => line.startsWith('a=candidate'))
  expect(candidates).toHaveLength(2)
  expect(candidates.every((line) => / udp \d+ 127\.0\.0\.1 \d+ typ host/.test(line))).toBe(true)
  expect(lines.filter((line) => line === 'a=recvonly')).toHaveLength(2)
  expect(lines).toContain('a=ice-lite')
  expect(lines).toContain('a=setup:passive')
  await peer.close()
})

test('a player is sent one stream with both kinds', async () => {
  const peer = weriftPeers({ role: 'player', media: media() }, new NetworkPath())
  const streams = (await peer.answer(offer('recvonly'))).match(/a=msid:\S+/g)
  expect(streams).toHaveLength(2)
  expect(new Set(streams).size).toBe(1)
  await peer.close()
})

test('media of a page cannot be forwarded as RTP', () => {
  const { video, audio, flowing, close } = media()
  expect(() =>
    weriftPeers({ role: 'player', media: { video, audio, flowing, close } }, new NetworkPath()),
  ).toThrow('this media comes from the peer of a page')
})

test('a picture that goes on begins with a key frame, and sound needs none', async () => {
  const subscription = { requestKeyFrame: vi.fn(), cancel: vi.fn() }
  const played = Object.assign(media(), { subscribe: () => subscription })
  const peer = weriftPeers({ role: 'player', media: played }, new NetworkPath())
  const { connection } = peer as unknown as { connection: RTCPeerConnection }
  connection.connectionStateChange.execute('connected')
  await peer.connected
  const goesOn = (kind: 'audio' | 'video') => {
    peer.pause(kind, true)
    peer.pause(kind, false)
    return subscription.requestKeyFrame.mock.calls.length
  }
  expect([goesOn('audio'), goesOn('video')]).toEqual([0, 1])
  peer.pause('video', false) // which was not paused
  expect(subscription.requestKeyFrame).toHaveBeenCalledOnce()
  await peer.close()
  expect(subscription.cancel).toHaveBeenCalledOnce()
})

test('damaged offers are answered or refused, and leave no socket', async () => {
  faker.seed(20_260_113)
  for (let round = 0; round < 150; round += 1) {
    const peer = weriftPeers({ role: 'publisher' }, new NetworkPath())
    const outcome = await peer.answer(damaged(offer('sendonly'))).catch((error: unknown) => error)
    expect(typeof outcome === 'string' || outcome instanceof Refusal).toBe(true)
    await peer.close()
  }
  expect(process.getActiveResourcesInfo()).not.toContain('UDPWrap')
}, 30_000)

function damaged(sdp: string): string {
  const at = faker.number.int({ max: sdp.length })
  return faker.helpers.arrayElement([
    () => sdp.slice(0, at),
    () => sdp.slice(0, at) + faker.string.sample(5) + sdp.slice(at + 5),
    () =>
      sdp
        .split('\r\n')
        .filter(() => faker.datatype.boolean(0.9))
        .join('\r\n'),
  ])()
}
