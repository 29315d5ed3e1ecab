import { expect, test } from 'vitest'
import { withoutCandidates } from './broken-answer.ts'

test('an answer loses its candidates and nothing else', () => {
  const answer = [
    'v=0',
    'm=video 9 UDP/TLS/RTP/SAVPF 96',
    'a=candidate:1 1 udp 1 127.0.0.1 5 typ host',
    'a=end-of-candidates',
  ]
  expect(withoutCandidates([...answer, 'a=ice-ufrag:abcd', ''].join('\r\n'))).toBe(
    ['v=0', 'm=video 9 UDP/TLS/RTP/SAVPF 96', 'a=ice-ufrag:abcd', ''].join('\r\n'),
  )
})
