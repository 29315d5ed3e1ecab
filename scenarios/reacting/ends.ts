import type { Cloud } from '../../fixtures/index.ts'
import { isRtp, type Kind } from '../../src/cloud/gateway/media/media.ts'
import type { LiveRoom } from '../live-room.ts'
import type { End } from './recovery.ts'

/** An end that a recovery may have in the sample app. */
export type EndOf = (app: LiveRoom) => End

/** The room service has let the app in anew. */
export const inRoom: EndOf = (app) => ({
  what: 'the room has let the user in',
  isSo: async () => (await app.connection.innerText()) === 'Connected',
  watch: () => more(() => answered(app.cloud, ['LoginRoomRsp'], app.userId)),
})

/** Camera and microphone reach the gateway. */
export const live: EndOf = (app) => ({
  what: 'audio and video reach the gateway',
  isSo: () => app.isLive(),
  watch: () => {
    const arrivals = (['audio', 'video'] as const).map((kind) => arrival(app, kind))
    return () => arrivals.every((hasArrived) => hasArrived())
  },
})

/** What one device captures reaches the gateway, beside whatever else does. */
export const sending =
  (device: 'camera' | 'microphone'): EndOf =>
  (app) => ({
    what: `what the ${device} captures reaches the gateway`,
    isSo: () => app.isLive(),
    watch: () => arrival(app, device === 'camera' ? 'video' : 'audio'),
  })

/** The gateway's media reaches the app. */
export const playing =
  (streamId = 'guest-stream'): EndOf =>
  (app) => ({
    what: `audio and video of ${streamId} leave the gateway`,
    isSo: () => app.isPlaying(streamId),
    watch: () => growth(app.cloud, 'player', 'packetsOut', { user: app.userId, stream: streamId }),
  })

/** Answers of the room to messages of every kind. */
const ofMessages = ['SendImRsp', 'SendBigImRsp', 'SignalLiveCustomRsp', 'SignalTransparentMsgRsp']

/** The room has a message of the user's and passes it on. */
export const sent =
  (text: string): EndOf =>
  (app) => ({
    what: 'the room has passed the message on',
    isSo: () => app.message(text, 'sent').isVisible(),
    watch: () => more(() => answered(app.cloud, ofMessages, app.userId)),
  })

/** The room has the topic. */
export const topicIs =
  (text: string, key = 'topic'): EndOf =>
  (app) => {
    const isSo = () => app.cloud.room(app.roomId).extraInfo.get(key)?.value === text
    return { what: 'the room has the topic', isSo, watch: () => isSo }
  }

/** The mixing service runs a mix of the user's. */
export const mixing: EndOf = (app) => ({
  what: 'the mixing service runs the mix',
  isSo: async () => (await app.page.getByRole('status', { name: 'Mixing status' }).innerText()) === 'Mixing',
  watch: () => more(() => app.cloud.mixer.tasks.size),
})

/** Whether a packet of that kind has come from the app since now, over whatever session. */
function arrival({ cloud, userId }: LiveRoom, kind: Kind): () => boolean {
  const listenedTo = new Set<unknown>()
  let hasArrived = false
  const listen = () => {
    for (const { peer } of cloud.gateway.find({ role: 'publisher', user: userId })) {
      const { media } = peer
      if (!media || !isRtp(media) || listenedTo.has(media)) continue
      listenedTo.add(media)
      media.subscribe((packet) => {
        hasArrived ||= packet.kind === kind
      })
    }
  }
  listen()
  return () => {
    listen()
    return hasArrived
  }
}

/** How often the cloud has given one of these answers without an error. */
function answered(cloud: Cloud, names: readonly string[], user: string): number {
  return cloud.journal.entries.filter(
    ({ direction, name, message, user: to }) =>
      direction === 'out' && names.includes(name) && to === user && codeOf(message) === 0,
  ).length
}

const codeOf = (answer: unknown) => (answer as { rspHead?: { code?: number } }).rspHead?.code ?? 0

/** Whether a number is larger than it is now. */
function more(count: () => number): () => boolean {
  const before = count()
  return () => count() > before
}

/** Whether a session carries more media than it does now, or one that is not there yet carries any. */
function growth(
  { gateway }: Cloud,
  role: 'publisher' | 'player',
  direction: 'packetsIn' | 'packetsOut',
  whose: { user: string; stream?: string },
): () => boolean {
  const carried = () =>
    gateway.find({ role, ...whose }).map(({ id, peer }) => [id, peer.stats()[direction]] as const)
  const before = new Map(carried())
  return () => carried().some(([id, packets]) => packets > (before.get(id) ?? 0))
}
