import { expect, test, vi } from 'vitest'
import { LiveMedia } from './media/live-media.ts'
import { action, denied } from './signaling/denial.ts'
import { result } from './signaling/result.ts'
import { connectedViewer, packet, play, publish, setUp } from './testing/set-up.ts'

test('the first packet tells publisher and players that media flows', async () => {
  const { host, viewer, peers } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  await connectedViewer(viewer, peers)
  peers[0]?.media?.forward(packet)
  await viewer.hears(({ name }) => name === 'PlayEventPush')
  expect(viewer.pushes('PlayEventPush')).toMatchObject([{ message: { event: 0 } }])
  expect(host.pushes('PublishEventPush')).toMatchObject([{ message: { event: 0 } }])
})

test('device states of a publisher reach its players, later ones too', async () => {
  const { host, viewer, peers } = setUp()
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  await host.ask('StreamStatusNotify', { micStatus: 0, cameraStatus: 3 }, session)
  await connectedViewer(viewer, peers)
  await host.ask('StreamStatusNotify', { micStatus: 3, cameraStatus: 3 }, session)
  const states = viewer.pushes('StreamStatusNotifyPush')
  expect(states).toMatchObject([
    { message: { micStatus: 0 } },
    { message: { micStatus: 3, cameraStatus: 3 } },
  ])
  expect(states[1]?.seq).toBeGreaterThan(states[0]?.seq ?? Infinity)
})

test('a publisher that comes back goes on to the same players', async () => {
  const { host, viewer, peers } = setUp()
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  await connectedViewer(viewer, peers)
  await host.ask('CloseSessionReq', { reason: 1 }, session)
  expect(viewer.pushes('PlayEventPush')).toMatchObject([{ message: { event: 1 } }])
  await host.ask('CreateSessionWithSdpReq', publish)
  expect(peers[1]?.playing).toEqual([peers[0]?.media, peers[2]?.media])
  expect(viewer.pushes('CloseSessionPush')).toEqual([])
})

test('who connects when the publisher is gone is not told that media flows', async () => {
  const { host, viewer, peers } = setUp()
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  peers[0]?.media?.forward(packet)
  await host.hears(({ name }) => name === 'PublishEventPush')
  await viewer.ask('CreateSessionWithSdpReq', play)
  await host.ask('CloseSessionReq', { reason: 0 }, session)
  peers[1]?.connect()
  await viewer.hears(({ name }) => name === 'ClientInfoPush')
  expect(viewer.pushes('PlayEventPush')).toEqual([])
})

test('who plays no more gets nothing of the next publisher', async () => {
  const { gateway, host, viewer, peers } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  const { session } = await viewer.ask('CreateSessionWithSdpReq', play)
  await viewer.ask('CloseSessionReq', { reason: 0 }, session)
  await host.ask('CreateSessionWithSdpReq', publish)
  expect(peers[1]?.playing).toEqual([peers[0]?.media])
  expect(gateway.stream('s1').players.size).toBe(0)
})

test('what a publisher said of its devices, and that media flows, is not said of the next one', async () => {
  const { gateway, host, viewer, peers } = setUp()
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  await host.ask('StreamStatusNotify', { micStatus: 3, cameraStatus: 3 }, session)
  const [first] = peers
  first?.media?.forward(packet)
  await host.hears(({ name }) => name === 'PublishEventPush')
  await host.ask('CloseSessionReq', { reason: 1 }, session)
  await host.ask('CreateSessionWithSdpReq', publish)
  expect(gateway.stream('s1').status).toBeUndefined()
  await connectedViewer(viewer, peers)
  expect([viewer.pushes('StreamStatusNotifyPush'), viewer.pushes('PlayEventPush')]).toEqual([[], []])
})

test('a publisher that comes back with another codec has its players negotiate anew', async () => {
  const { gateway, host, viewer } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  const { session } = await viewer.ask('CreateSessionWithSdpReq', play)
  await host.ask('CreateSessionWithSdpReq', { ...publish, sdp: 'VP8' })
  const [push] = viewer.pushes('CloseSessionPush')
  expect(push?.session).toBe(session)
  expect(JSON.parse(push?.message.errInfo ?? '')).toEqual({ action: action.retry, err: denied.codecSwitched })
  expect(gateway.find({ role: 'player' })).toEqual([])
})

test('somebody else publishing the same stream ends the earlier publisher', async () => {
  const { gateway, host, viewer } = setUp()
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  await viewer.ask('CreateSessionWithSdpReq', { ...publish, params: 'zguid=rival' })
  const [push] = host.pushes('CloseSessionPush')
  expect(push?.session).toBe(session)
  expect(JSON.parse(push?.message.errInfo ?? '')).toEqual({ action: action.stop, err: denied.newPublisher })
  expect(gateway.stream('s1').publisher?.userId).toBe('rival')
})

test('nobody gets what is sent under a stream ID that somebody else in the room has', async () => {
  const { gateway, host, viewer, peers } = setUp({ isTaken: (user) => user === 'rival' })
  await host.ask('CreateSessionWithSdpReq', publish)
  await connectedViewer(viewer, peers)
  const { session } = await viewer.ask('CreateSessionWithSdpReq', { ...publish, params: 'zguid=rival' })
  expect(host.pushes('CloseSessionPush')).toEqual([])
  expect(gateway.stream('s1').publisher?.userId).toBe('host')
  await viewer.ask('StreamStatusNotify', { micStatus: 3, cameraStatus: 3 }, session)
  expect(viewer.pushes('StreamStatusNotifyPush')).toEqual([])
  await viewer.ask('CloseSessionReq', { reason: 1 }, session)
  expect(peers[1]?.playing).toEqual([peers[0]?.media])
})

test('a virtual stream is played as any other, until it ends', async () => {
  const { gateway, viewer, peers } = setUp()
  const media = new LiveMedia({ video: { name: 'H264', parameters: '' }, audio: true }, () => {})
  const close = vi.spyOn(media, 'close')
  const end = gateway.publish('s1', media, 'virtual-1')
  await connectedViewer(viewer, peers)
  expect(peers[0]?.playing).toEqual([media])
  expect(close).not.toHaveBeenCalled()
  end()
  expect(close).toHaveBeenCalledOnce()
  expect(viewer.pushes('PlayEventPush')).toMatchObject([{ message: { event: 1 } }])
  expect((await viewer.ask('CreateSessionWithSdpReq', play)).message.result).toBe(result.streamNotFound)
})
