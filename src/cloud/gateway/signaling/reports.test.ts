import { create, type MessageInitShape } from '@bufbuild/protobuf'
import { expect, test } from 'vitest'
import { decode, encode } from '../../proto/codec.ts'
import { WebrtcCmdReqMsgSchema, WebrtcCmdRspMsgSchema } from '../../proto/gen/gatewaycommand_pb.ts'
import { connectedViewer, play, publish, setUp } from '../testing/set-up.ts'
import { result } from './result.ts'

test('a player pauses and resumes one kind of media', async () => {
  const { host, viewer, peers } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  const { session } = await viewer.ask('CreateSessionWithSdpReq', play)
  await viewer.ask('ActivateVideoPlayStreamReq', { active: 0, layer: 0 }, session)
  expect([...(peers[1]?.paused ?? [])]).toEqual(['video'])
  await viewer.ask('ActivateAudioPlayStreamReq', { active: 0 }, session)
  expect([...(peers[1]?.paused ?? [])]).toEqual(['video', 'audio'])
  await viewer.ask('ActivateVideoPlayStreamReq', { active: 1, layer: 0 }, session)
  expect([...(peers[1]?.paused ?? [])]).toEqual(['audio'])
})

test('a player pauses and resumes one kind of media by a peer command, too', async () => {
  const { host, viewer, peers } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  const { session } = await viewer.ask('CreateSessionWithSdpReq', play)
  const pausedBy = async (kind: 'activeAudioPlay' | 'activeVideoPlay', active: number) => {
    const body = encode(WebrtcCmdReqMsgSchema, create(WebrtcCmdReqMsgSchema, { [kind]: { seq: 1, active } }))
    await viewer.ask('CmdReq', { peerId: session, body }, session)
    return [...(peers[1]?.paused ?? [])]
  }
  expect(await pausedBy('activeVideoPlay', 0)).toEqual(['video'])
  expect(await pausedBy('activeAudioPlay', 0)).toEqual(['video', 'audio'])
  expect(await pausedBy('activeVideoPlay', 1)).toEqual(['audio'])
})

test('a peer command is answered under its own seq, and works like the message', async () => {
  const { gateway, host, viewer, peers } = setUp()
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  await connectedViewer(viewer, peers)
  // stream_status{seq 9, mic 0, camera 3}
  const body = Uint8Array.of(0x82, 0x01, 6, 0x08, 9, 0x10, 0, 0x18, 6)
  const { message } = await host.ask('CmdReq', { peerId: session, cmdId: 16, body }, session)
  // stream_status_ack{seq 9, result 0}
  expect([...message.body]).toEqual([0x72, 4, 0x08, 9, 0x10, 0])
  expect(message.cmdId).toBe(14)
  expect(gateway.stream('s1').status).toEqual({ micStatus: 0, cameraStatus: 3 })
  expect(viewer.pushes('StreamStatusNotifyPush')).toHaveLength(1)
})

test('a peer command that is refused is refused in a command, under its own seq', async () => {
  const { host } = setUp()
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  const body = encode(WebrtcCmdReqMsgSchema, create(WebrtcCmdReqMsgSchema, { restartIce: { seq: 9 } }))
  const { message } = await host.ask('CmdReq', { peerId: session, cmdId: 0, body }, session)
  expect(message.peerId).toBe(session)
  expect(decode('gateway', WebrtcCmdRspMsgSchema, message.body).restartIce).toMatchObject({
    seq: 9,
    result: result.invalidParameters,
  })
})

test('a probe hears of the network, and names a stream that nobody publishes', async () => {
  const { host, viewer } = setUp()
  const probe = { ...play, type: 2, streamId: 'zegoprobe-1' }
  const { message: tooEarly } = await viewer.ask('CreateSessionWithSdpReq', probe)
  expect(tooEarly.result).toBe(1004)
  await host.ask('CreateSessionWithSdpReq', publish)
  const { session } = await viewer.ask('CreateSessionWithSdpReq', probe)
  await viewer.ask('NetQualityProbeReq', { peerId: session, action: 1 }, session)
  expect(viewer.pushes('NetQualityInfoPush')).toMatchObject([
    { session, message: { peerId: session, lossrate: 0 } },
  ])
})

test('what is asked by a peer command is answered as it is by a message', async () => {
  const { gateway, host, viewer } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  const { session } = await viewer.ask('CreateSessionWithSdpReq', play)
  const command = async (wanted: MessageInitShape<typeof WebrtcCmdReqMsgSchema>) => {
    const body = encode(WebrtcCmdReqMsgSchema, create(WebrtcCmdReqMsgSchema, wanted))
    const { message } = await viewer.ask('CmdReq', { peerId: session, body }, session)
    return decode('gateway', WebrtcCmdRspMsgSchema, message.body)
  }
  const { message } = await viewer.ask('Peer2PeerNetStatsGetReq', { peerId: session }, session)
  const network = { p2pLostRate: 0, p2pRtt: 1 }
  expect(message).toMatchObject(network)
  expect(await command({ p2pNetStatsGet: { seq: 5 } })).toMatchObject({ p2pNetStatsGet: network })
  await command({ netQualityProbe: { seq: 6 } })
  expect(viewer.pushes('NetQualityInfoPush')).toMatchObject([{ session, message: { lossrate: 0, rtt: 1 } }])
  expect(await command({ closePeer: { seq: 7 } })).toMatchObject({ closePeer: { seq: 7, result: 0 } })
  expect(gateway.find({ role: 'player' })).toEqual([])
})
