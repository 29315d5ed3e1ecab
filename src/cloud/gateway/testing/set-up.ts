import { expect, onTestFinished } from 'vitest'
import { Desk } from '../../exchange/desk.ts'
import { Journal } from '../../exchange/journal.ts'
import { Gateway, type GatewayOptions } from '../gateway.ts'
import { type FakePeer, fakePeers } from './fake-peer.ts'
import { ScriptedClient } from './scripted-client.ts'

/** A gateway with fake peers and two clients. At the end of the test it must close without an error or a peer left. */
export function setUp(options: Partial<GatewayOptions> = {}) {
  const peers = fakePeers()
  const errors: unknown[] = []
  const journal = new Journal()
  const desk = new Desk(journal, (error) => errors.push(error))
  const gateway = new Gateway(desk, { createPeer: peers.create, ...options })
  onTestFinished(async () => {
    await gateway.close()
    expect(errors).toEqual([])
    expect(peers.made.every(({ isClosed }) => isClosed)).toBe(true)
  })
  return {
    gateway,
    desk,
    journal,
    peers: peers.made,
    host: new ScriptedClient(gateway),
    viewer: new ScriptedClient(gateway),
  }
}

/** CreateSessionWithSdpReq of the host and of the viewer. */
export const publish = { type: 0, streamId: 's1', sdp: 'H264', params: 'zguid=host&zgrid=r1' }
export const play = { type: 1, streamId: 's1', sdp: 'H264', params: 'zguid=viewer-1&zgrid=r1' }
export const packet = {
  kind: 'video',
  sequence: 1,
  timestamp: 1,
  marker: true,
  payload: new Uint8Array(8),
} as const

/** The viewer plays, and its peer (the newest) connects. */
export async function connectedViewer(viewer: ScriptedClient, peers: readonly FakePeer[]): Promise<void> {
  await viewer.ask('CreateSessionWithSdpReq', play)
  peers.at(-1)?.connect()
  await viewer.hears(({ name }) => name === 'ClientInfoPush')
}
