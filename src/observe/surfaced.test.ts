import { expect, test } from 'vitest'
import { surfacedOnce } from './surfaced.ts'
import { fakeDocument } from './testing/fake-document.ts'

test('a code is listed once for each channel, as it was first seen there', () => {
  const { zego, event, call } = fakeDocument()
  event('roomStateChanged', ['room-1', 'DISCONNECTED', 1002034, ''], 1_000)
  event('roomStateChanged', ['room-1', 'DISCONNECTED', 1002034, ''], 2_000)
  call(1, 'loginRoom', 'rejected', { args: [], error: { code: 1002034 } }, 1_500)
  expect(surfacedOnce(zego)).toMatchObject([
    { code: 1002034, via: 'event:roomStateChanged', at: 1_000 },
    { code: 1002034, via: 'api:loginRoom', at: 1_500 },
  ])
})

test('what came before the first fault is not listed, nor is success', () => {
  const { zego, event } = fakeDocument()
  event('deviceError', [1006006, 'camera'], 1_000)
  zego.faults.push({ fault: 'signaling.kick', means: 'wire', at: 1_500, evidence: {} })
  event('roomStateChanged', ['room-1', 'CONNECTED', 0, ''], 1_600)
  event('roomStateChanged', ['room-1', 'KICKOUT', 1002055, ''], 1_700)
  expect(surfacedOnce(zego).map(({ code }) => code)).toEqual([1002055])
})
