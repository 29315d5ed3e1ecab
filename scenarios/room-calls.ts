/** One call of the engine: the method, then its arguments. */
export type Call = readonly [method: string, ...args: readonly unknown[]]

const content = new Uint8Array([1])

/** Every way to say something in a room, by API. */
export const sends = (roomId: string, text = 'hello'): readonly [Call, Call, Call, Call] => [
  ['sendBroadcastMessage', roomId, text],
  ['sendBarrageMessage', roomId, text],
  ['sendCustomCommand', roomId, text, ['guest']],
  ['sendTransparentMessage', roomId, { sendMode: 0, sendType: 0, content, recvUserList: [], timeOut: 5 }],
]

/** A message on a channel of the room, which the SDK offers as an experiment. */
export const sendChannelMessage = (roomID: string, msgContent = 'hello'): Call => [
  'callExperimentalAPI',
  { method: 'sendRoomChannelMessage', params: { roomID, msgType: 1, msgContent, toUserIDList: [] } },
]
