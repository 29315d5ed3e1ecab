import { expect, test } from 'vitest'
import { Refusal } from '../../exchange/refusal.ts'
import { result } from '../signaling/result.ts'
import { narrowed, offers, publishedVideo } from './offer.ts'

const session = ['v=0', 'o=- 1 2 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=group:BUNDLE 0 1']
const audio = [
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 0',
  'a=mid:0',
  'a=rtpmap:111 opus/48000/2',
  'a=rtpmap:0 PCMU/8000',
]
const video = [
  'm=video 9 UDP/TLS/RTP/SAVPF 45 96 97 102 103 104',
  'a=mid:1',
  'a=candidate:1 1 udp 2122 abc.local 5000 typ host',
  'a=rtpmap:45 AV1/90000',
  'a=rtpmap:96 VP8/90000',
  'a=rtcp-fb:96 goog-remb',
  'a=rtcp-fb:96 transport-cc',
  'a=rtcp-fb:96 nack',
  'a=rtcp-fb:96 nack pli',
  'a=rtpmap:97 rtx/90000',
  'a=fmtp:97 apt=96',
  'a=rtpmap:102 H264/90000',
  'a=fmtp:102 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f',
  'a=rtpmap:103 H264/90000',
  'a=fmtp:103 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f',
  'a=rtpmap:104 H264/90000',
  'a=fmtp:104 level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42e01f',
]
const offer = (...sections: string[][]) => [...session, ...sections.flat(), ''].join('\r\n')
const h264 = (parameters: string) => ({ name: 'H264', parameters }) as const

test('the first forwardable codec a publisher names is taken', () => {
  expect(publishedVideo(offer(audio, video))).toEqual({ name: 'VP8', parameters: '' })
  expect(publishedVideo(offer(audio))).toBeUndefined()
})

test('an offer is reduced to one payload type per section, without candidates and extra feedback', () => {
  const lines = narrowed(offer(audio, video), { name: 'VP8', parameters: '' }).split('\r\n')
  expect(lines).toEqual([
    ...session,
    'm=audio 9 UDP/TLS/RTP/SAVPF 111',
    'a=mid:0',
    'a=rtpmap:111 opus/48000/2',
    'm=video 9 UDP/TLS/RTP/SAVPF 96',
    'a=mid:1',
    'a=rtpmap:96 VP8/90000',
    'a=rtcp-fb:96 nack',
    'a=rtcp-fb:96 nack pli',
    '',
  ])
})

test('H264 is matched by profile and packetization mode, not by level', () => {
  const chosen = (parameters: string) =>
    /m=video .* (\d+)\r/.exec(narrowed(offer(video), h264(parameters)))?.[1]
  expect(chosen('packetization-mode=1;profile-level-id=42e034')).toBe('103')
  expect(chosen('profile-level-id=42E01F')).toBe('104')
  expect(chosen('packetization-mode=1;profile-level-id=640032')).toBe('102')
})

test('a data channel is kept', () => {
  const data = ['m=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'a=mid:2', 'a=sctp-port:5000']
  expect(narrowed(offer(audio, data), undefined)).toContain(data.join('\r\n'))
})

test('it says which kinds are offered', () => {
  expect([offers(offer(audio), 'audio'), offers(offer(audio), 'video')]).toEqual([true, false])
})

const refused: Record<string, [text: string, result: number]> = {
  'no description': ['hello', result.invalidSdp],
  'nothing at all': ['', result.invalidSdp],
  'no media': [offer(), result.invalidSdp],
  'an unknown medium': [offer(['m=image 9 udptl t38']), result.invalidSdp],
  'no Opus': [offer([audio[0] ?? '', 'a=rtpmap:0 PCMU/8000']), result.audioCodecMismatch],
  'only codecs nobody forwards': [offer(video.slice(0, 4)), result.videoCodecMismatch],
}
for (const [what, [text, code]] of Object.entries(refused)) {
  test(`an offer with ${what} is refused with ${code}`, () => {
    expect(() => narrowed(text, publishedVideo(text))).toThrow(expect.objectContaining({ code }))
    expect(() => narrowed(text, publishedVideo(text))).toThrow(Refusal)
  })
}
