import type { Engine } from '../engine.ts'

/** How it is sent: chat is kept by the room, which takes the fewest of it; the others are for the moment. */
export type MessageKind = 'chat' | 'barrage' | 'command' | 'transparent' | 'channel'

export interface SendersNeeds {
  readonly engine: Pick<
    Engine,
    | 'sendBroadcastMessage'
    | 'sendBarrageMessage'
    | 'sendCustomCommand'
    | 'sendTransparentMessage'
    | 'callExperimentalAPI'
  >
  /** Everybody else in the room: a command names whom it is for. */
  readonly others: () => readonly string[]
}

/** Every way to say something in a room. */
export function createSenders({
  engine,
  others,
}: SendersNeeds): Record<MessageKind, (roomID: string, text: string) => Promise<unknown>> {
  return {
    chat: (roomID, text) => engine.sendBroadcastMessage(roomID, text),
    barrage: (roomID, text) => engine.sendBarrageMessage(roomID, text),
    command: (roomID, text) => engine.sendCustomCommand(roomID, text, [...others()]),
    transparent: (roomID, text) => engine.sendTransparentMessage(roomID, toEverybody(text)),
    // The SDK offers it as an experiment.
    channel: (roomID, msgContent) =>
      engine.callExperimentalAPI({
        method: 'sendRoomChannelMessage',
        params: { roomID, msgType: 1, msgContent, toUserIDList: [] },
      }),
  }
}

function toEverybody(text: string) {
  return { sendMode: 0, sendType: 0, content: new TextEncoder().encode(text), recvUserList: [], timeOut: 5 }
}
