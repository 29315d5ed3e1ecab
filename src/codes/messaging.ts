import { defineSection } from './row.ts'

/** Codes of the calls that send messages into a room. */
export const messaging = defineSection('messaging', 'Room messages', '房间消息', {
  1009001: {
    name: 'IM_CONTENT_NULL',
    title: 'Message is empty',
    titleZh: '没有可发送的内容',
    cause: 'A send call was made with an empty text, or with nothing at all.',
    reaction: 'fix-input',
    advice: 'Disable the send button until there is text that is more than white space.',
    channels: ['api:sendBroadcastMessage', 'api:sendBarrageMessage', 'api:sendCustomCommand'],
    evidence: 'reproduced',
    drift:
      'Also whatever is no text, but for sendBroadcastMessage, where that is 1100001. An empty barrage is refused and sent nevertheless.',
  },
  1009002: {
    name: 'IM_CONTENT_TOO_LONG',
    title: 'Message content too long',
    titleZh: '消息正文太长',
    cause: 'The text of the message is longer than this kind of message may be.',
    reaction: 'fix-input',
    advice:
      'Show a counter and stop typing at the limit; count bytes, since one Chinese character takes three.',
    channels: ['api:sendBroadcastMessage', 'api:sendBarrageMessage', 'api:sendCustomCommand'],
    evidence: 'reproduced',
    drift:
      'More than 10240 bytes in sendCustomCommand, 4096 in sendTransparentMessage. sendBarrageMessage has it when the service refuses, and 1009013 where the SDK itself does; sendBroadcastMessage has 1009013 for both.',
  },
  1009005: {
    name: 'INCONSISTENT_ROOM_ID',
    title: 'Message addressed to another room',
    titleZh: '目标房间不是所在房间',
    cause: 'The room ID of the send call is not a room in which this client is logged in.',
    reaction: 'fix-input',
    advice: 'Take the room ID from the state of the session, never from the address bar or a form.',
    channels: ['api:sendBroadcastMessage', 'api:sendBarrageMessage', 'api:sendCustomCommand'],
    evidence: 'reproduced',
    drift: 'Only while another room is entered; without any it is 1000002.',
  },
  1009010: {
    name: 'IM_SEND_FAILED',
    title: 'Message could not be sent',
    titleZh: '消息没有发出去',
    cause: 'The room service did not accept or did not confirm the message.',
    reaction: 'contact-support',
    advice:
      'Keep the text in the box so that nothing typed is lost, and report the code if it happens again.',
    channels: [
      'api:sendTransparentMessage',
      'api:sendBroadcastMessage',
      'api:sendBarrageMessage',
      'api:sendCustomCommand',
    ],
    evidence: 'reproduced',
    drift:
      'Only from sendTransparentMessage and room channels; sendBroadcastMessage, sendBarrageMessage and sendCustomCommand answer 1100002.',
    takes: { seconds: [8, 8], clock: 'sdk', after: 'the message' },
  },
  1009013: {
    name: 'IM_MESSAGE_TOO_LONG',
    title: 'Message exceeds the limit of the project',
    titleZh: '消息大小超过项目上限',
    cause: 'The message is larger than the size that ZEGO has configured for the AppID.',
    reaction: 'fix-input',
    advice: 'Split or shorten the message; a larger size has to be arranged with ZEGO.',
    channels: ['api:sendBroadcastMessage', 'api:sendBarrageMessage', 'api:sendCustomCommand'],
    evidence: 'reproduced',
    drift:
      'The SDK takes 10240 bytes of broadcast or barrage, whatever the project; its declarations say 1024. For a broadcast the service may refuse less.',
  },
  1009015: {
    title: 'Broadcast messages sent too fast',
    titleZh: '广播发得太快',
    cause: 'More broadcast messages per second were sent than a room allows.',
    reaction: 'retry',
    advice: 'Queue broadcasts and release at most two a second; barrage messages suit busy rooms better.',
    channels: ['api:sendBroadcastMessage'],
    evidence: 'reproduced',
    drift:
      'One broadcast for each second of the clock, not two: 999 ms later may be too soon, and 1 ms later soon enough.',
    limits: [{ of: 'broadcast messages', unit: 'per second', max: 2 }],
  },
  1109001: {
    title: 'Messages sent too often',
    titleZh: '消息发得太密',
    cause: 'This client sends messages faster than the service puts up with.',
    reaction: 'retry',
    advice: 'Look for a loop or a double listener that sends twice, then space the messages out.',
    channels: ['api:sendBroadcastMessage', 'api:sendBarrageMessage', 'api:sendCustomCommand'],
    evidence: 'superseded',
    instead: [1002099, 1009015, 1102022],
    drift:
      'Ten barrages, commands or transparent messages at once are all sent, and if the service refuses them for it, the code is 1002099. Too many broadcasts are 1009015, too many changes of extra info 1102022.',
    sought: 'The number is in no file of the package, in no notation.',
  },
})
