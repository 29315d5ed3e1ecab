import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StunProtocol } from 'werift'
import { NetworkPath } from '../media/network-path.ts'
import { seeded } from '../media/seeded.ts'
import { Shaper } from '../media/shaper.ts'
import { UdpTap } from './udp-tap.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

type Transport = StunProtocol['transport']

/** A tap on a socket, a way to have packets come from the client, and which of them got through, by number. */
function tapped(path: NetworkPath) {
  const passed: number[] = []
  const transport = {
    closed: false,
    onData: (data: Buffer) => passed.push(data[1] ?? 0),
    send: async (data: Buffer) => passed.push(data[1] ?? 0),
  } as unknown as Transport
  const tap = new UdpTap([path])
  tap.attach(transport)
  /** As RTP looks: its version is in the first byte. */
  const come = (number: number) => transport.onData(Buffer.from([0x80, number]), ['127.0.0.1', 1])
  return { tap, passed, come, transport }
}

test('a healthy path lets packets through at once, and counts them', () => {
  const { tap, passed, come } = tapped(new NetworkPath())
  come(1)
  expect([passed, tap.counters.packetsIn, tap.counters.lateIn]).toEqual([[1], 1, 0])
})

test('a shaper delays and loses packets one way, and measures when they really left', () => {
  const path = new NetworkPath()
  const shaper = new Shaper(seeded(1))
  path.shape('up', shaper)
  shaper.become({ latencyMs: 40 })
  const { tap, passed, come, transport } = tapped(path)
  come(1)
  come(2)
  transport.send(Buffer.from([0x80, 9]), ['127.0.0.1', 1])
  expect(passed).toEqual([9])
  vi.advanceTimersByTime(45)
  expect(passed).toEqual([9, 1, 2])
  expect(shaper.reading).toMatchObject({ packets: 2, arrived: 2, loss: 0 })
  expect(shaper.reading.delayMs).toBeGreaterThanOrEqual(40)
  expect(shaper.reading.delayMs).toBeLessThanOrEqual(42)
  shaper.become({ loss: 1 })
  come(3)
  vi.advanceTimersByTime(100)
  expect(passed).toEqual([9, 1, 2])
  expect(tap.counters).toMatchObject({ packetsIn: 2, droppedIn: 1, lateIn: 2 })
  expect(shaper.reading).toMatchObject({ packets: 1, loss: 1 })
})

test('nothing of what is late leaves once the peer is closed', () => {
  const path = new NetworkPath()
  path.delay(50)
  const { tap, passed, come } = tapped(path)
  come(1)
  tap.close()
  vi.advanceTimersByTime(100)
  expect([passed, vi.getTimerCount()]).toEqual([[], 0])
})
