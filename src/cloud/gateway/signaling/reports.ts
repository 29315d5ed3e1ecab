import { Refusal } from '../../exchange/refusal.ts'
import type { Kind } from '../media/media.ts'
import type { Answers, Origin } from './answers.ts'
import { type ClientCommand, decodeCommand, encodeCommandAnswer } from './commands.ts'
import { result } from './result.ts'

const ok = { result: result.ok }
/** What a client hears about a network nobody disturbs. */
const quality = { lossrate: 0, rtt: 1 }

/** What clients say of themselves and ask about the network, each as a message of its own and as a peer command. */
export const reports: Answers<
  | 'StreamStatusNotify'
  | 'BroadcasterStatusNotify'
  | 'ActivateAudioPlayStreamReq'
  | 'ActivateVideoPlayStreamReq'
  | 'NetQualityProbeReq'
  | 'ActivateSEIInsertReq'
  | 'Peer2PeerNetStatsGetReq'
  | 'CmdReq'
> = {
  StreamStatusNotify: (status, origin) => noteStatus(status, origin),
  BroadcasterStatusNotify: () => ok,
  ActivateAudioPlayStreamReq: ({ active }, origin) => activate('audio', active, origin),
  ActivateVideoPlayStreamReq: ({ active }, origin) => activate('video', active, origin),
  NetQualityProbeReq: ({ peerId }, origin) => ({ peerId, ...probe(origin) }),
  ActivateSEIInsertReq: ({ peerId }) => ({ peerId, ...ok }),
  Peer2PeerNetStatsGetReq: ({ peerId }) => ({
    peerId,
    ...ok,
    p2pLostRate: quality.lossrate,
    p2pRtt: quality.rtt,
  }),

  CmdReq: async ({ peerId, body }, origin) => {
    const command = decodeCommand(body)
    return { peerId, ...encodeCommandAnswer(command, await obey(command, origin)) }
  },
}

async function obey(
  { name, body }: ClientCommand,
  origin: Origin,
): Promise<{ result: number; [field: string]: number }> {
  switch (name) {
    case 'streamStatus':
      return noteStatus(body, origin)
    case 'activeAudioPlay':
      return activate('audio', body.active, origin)
    case 'activeVideoPlay':
      return activate('video', body.active, origin)
    case 'netQualityProbe':
      return probe(origin)
    case 'p2pNetStatsGet':
      return { ...ok, p2pLostRate: quality.lossrate, p2pRtt: quality.rtt }
    case 'closePeer':
      await origin.session?.close()
      return ok
    case 'restartIce':
      throw new Refusal(result.invalidParameters, 'no ICE is restarted here')
    default:
      return ok
  }
}

function noteStatus(
  { micStatus, cameraStatus }: { micStatus: number; cameraStatus: number },
  { session }: Origin,
) {
  if (session && session.stream.publisher === session) session.stream.status = { micStatus, cameraStatus }
  return ok
}

function activate(kind: Kind, active: number, { session }: Origin) {
  if (session?.role === 'player') session.peer.pause(kind, active === 0)
  return ok
}

function probe({ session }: Origin) {
  session?.push('NetQualityInfoPush', { peerId: session.peerId, ...quality })
  return ok
}
