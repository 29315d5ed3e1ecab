import { create } from '@bufbuild/protobuf'
import { expect, test } from 'vitest'
import { RelayPublishCdnRequestSchema as requestSchema } from '../proto/gen/cdn_pb.ts'
import { RelayToCdn } from './relay-to-cdn.ts'

const caller = { user: 'host', token: '' }
const request = (requestCmd: number, cdnServer: string) =>
  create(requestSchema, { requestSeq: 7, requestCmd, streamid: 's1', cdnServer })

test('a stream is relayed to an address until that is taken away', () => {
  const cdn = new RelayToCdn()
  cdn.call.answer(request(1, 'rtmp://cdn.example/live'), caller)
  expect(cdn.targets.get('s1')).toEqual(new Set(['rtmp://cdn.example/live']))
  cdn.call.answer(request(1, 'rtmp://other.example/live'), caller)
  const answer = cdn.call.answer(request(2, 'rtmp://cdn.example/live'), caller)
  expect(answer).toMatchObject({ requestSeq: 7, response: { code: 0 } })
  expect([...(cdn.targets.get('s1') ?? [])]).toEqual(['rtmp://other.example/live'])
})

test('a stream is the one that the app named, in the test environment too', () => {
  const cdn = new RelayToCdn()
  const asked = { ...request(1, 'rtmp://cdn.example/live'), streamid: 'zegotest-1234567890-s1' }
  cdn.call.answer(asked, caller)
  expect([...cdn.targets.keys()]).toEqual(['s1'])
})

test('what is not an address is refused', () => {
  const cdn = new RelayToCdn()
  const refused = expect.objectContaining({ code: 5004 })
  expect(() => cdn.call.answer(request(1, 'nowhere'), caller)).toThrow(refused)
  expect(cdn.targets.size).toBe(0)
})
