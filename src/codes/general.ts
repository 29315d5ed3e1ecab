import { defineSection } from './row.ts'

/** Codes that any part of the SDK may give, most often when a stream is published or played. */
export const general = defineSection('general', 'General', '通用', {
  0: {
    name: 'SUCCESS',
    title: 'The call succeeded',
    titleZh: '调用成功',
    cause: 'The SDK, or the service behind it, did what it was asked to do.',
    reaction: 'none',
    advice: 'Carry on, and treat any other number in the same place as a failure.',
    channels: ['api', 'event'],
    evidence: 'reproduced',
    drift:
      'loginRoom resolves with true and shows its 0 only in roomStateChanged; destroyStream and logoutRoom return nothing.',
  },
  1000002: {
    name: 'NOT_LOGIN',
    title: 'Not in a room',
    titleZh: '尚未进入房间',
    cause: 'A stream was published or played before login finished, or after the room had been lost.',
    reaction: 'rejoin',
    advice:
      'Await loginRoom before any stream call, and hold stream calls back while the room is disconnected.',
    channels: ['api:startPublishingStream', 'api:startPlayingStream'],
    evidence: 'reproduced',
    drift:
      'startPublishingStream throws it and says it even where the stream ID or the local stream is wrong, too. A missing room is another code elsewhere: 1002002 from setRoomExtraInfo and switchRoom, 1005099 from stopMixerTask.',
  },
  1000014: {
    name: 'STREAMID_TOO_LONG',
    title: 'Stream ID too long',
    titleZh: '流 ID 太长',
    cause: 'The stream ID handed to a publish or play call has more characters than the service takes.',
    reaction: 'fix-input',
    advice:
      'Build stream IDs from short parts, such as a room and a user number, and cap them at 256 characters.',
    channels: ['api:startPublishingStream', 'api:startPlayingStream'],
    evidence: 'reproduced',
    limits: [{ of: 'streamID', unit: 'characters', max: 256 }],
  },
  1000015: {
    name: 'STREAM_ID_NULL',
    title: 'Stream ID missing',
    titleZh: '缺少流 ID',
    cause: 'A publish or play call received undefined, null or an empty string as its stream ID.',
    reaction: 'fix-input',
    advice:
      'Look for the variable that was still unset: the stream ID must be known before the call is made.',
    channels: ['api:startPublishingStream', 'api:startPlayingStream'],
    evidence: 'reproduced',
    drift: 'Whatever is no text counts as missing: a number, an object, an array.',
  },
  1000016: {
    name: 'STREAM_ID_INVALID_CHARACTER',
    title: 'Stream ID with forbidden characters',
    titleZh: '流 ID 中有不允许的字符',
    cause: 'The stream ID holds something else than ASCII letters, digits, hyphens and underscores.',
    reaction: 'fix-input',
    advice:
      'Never derive a stream ID from a display name; encode what you put in, and leave only A-Z, a-z, 0-9, - and _.',
    channels: ['api:startPublishingStream', 'api:startPlayingStream'],
    evidence: 'reproduced',
    drift: "More is allowed than documented: ! # $ % & ' ( ) * + , . ; < = > @ \\ ^ ` ~ as well.",
  },
  1000017: {
    name: 'NETWORK_BROKEN',
    title: 'Network connection lost',
    titleZh: '网络连接中断',
    cause: 'The network dropped, or a stream could not agree on its media connection with the server.',
    reaction: 'check-network',
    advice:
      'Show that the app is offline and let the SDK reconnect; offer a manual attempt only after it has given up.',
    channels: ['event:roomStateChanged', 'event:publisherStateUpdate', 'event:playerStateUpdate'],
    evidence: 'reproduced',
    drift:
      'The room tells it 8 s after the loss, a stream only once the link is back. Failed negotiation has codes of its own: 1103xxx and 1104xxx.',
    takes: { seconds: [8, 8], clock: 'sdk', after: 'the link to the room is lost', atOnceUntil: '3.5.0' },
  },
  1000018: {
    name: 'LOCALSTREAM_WRONG',
    title: 'Not a usable local stream',
    titleZh: '本地流对象无效',
    cause:
      'The stream argument is no stream, or one that this engine did not create or has already destroyed.',
    reaction: 'fix-configuration',
    advice:
      'Keep the very object that the engine resolved with, and drop every reference when it is destroyed.',
    channels: ['api:destroyStream', 'api:setVideoConfig', 'api:useVideoDevice', 'api:useAudioDevice'],
    evidence: 'reproduced',
    drift:
      'useVideoDevice answers 1100001, destroyStream nothing at all, and a stream that the SDK did not make is 1103044. useAudioDevice and setAudioConfig resolve with the code; setVideoConfig alone rejects.',
  },
  1000019: {
    name: 'GET_SOUND_LEVEL_FAIL',
    title: 'Sound level cannot be measured',
    titleZh: '无法测得音量',
    cause: 'The browser lacks, or misbehaves in, the audio features that the sound level meter is built on.',
    reaction: 'change-browser',
    advice:
      'Hide the level meter and keep the call going; suggest a current desktop browser if the meter matters.',
    channels: ['api:setSoundLevelDelegate', 'console'],
    evidence: 'superseded',
    drift:
      'The console says that the level could not be read, without a code, and level 0 is reported on and on.',
    sought:
      'The number is in no file of the package, in no notation. Where the level is read, the failure is caught and only logged.',
  },
  1100001: {
    name: 'INPUT_PARAM',
    title: 'Invalid argument',
    titleZh: '传入的参数不合要求',
    cause: 'An argument has the wrong type, is missing, or lies outside of its range.',
    reaction: 'fix-input',
    advice:
      'The extended data names the field that was refused: log it together with the arguments of the call.',
    channels: ['api', 'console'],
    evidence: 'reproduced',
    drift:
      'The extended data names the field only for sendTransparentMessage, loginRoom, CDN calls and settings of a capture; other messages have no text at all, and timeOut is reported as content.',
  },
  1100002: {
    name: 'TIMEOUT',
    title: 'Server did not answer in time',
    titleZh: '服务器没有及时回应',
    cause: 'A request to ZEGO was sent, or queued, and no answer came back within its time.',
    reaction: 'check-network',
    advice:
      'Treat the result as unknown: check the state before repeating a call that must not happen twice.',
    channels: ['api', 'event'],
    evidence: 'reproduced',
    drift:
      'After 3 to 9 s. sendTransparentMessage answers 1009010 in the same situation, loginRoom 1002031, the mixer 1005099. A stream that cannot be announced to the room says it on the console alone, and goes on trying; so does setStreamExtraInfo, which never ends.',
    takes: { seconds: [3, 9], clock: 'sdk', after: 'the request' },
  },
  1100003: {
    name: 'SOCKET_CLOSE',
    title: 'Signaling socket closed',
    titleZh: '信令连接被关闭',
    cause: 'The socket to ZEGO was closed, or not open yet, when something had to be sent.',
    reaction: 'check-network',
    advice:
      'Wait for the room to be connected again, then repeat the call; proxies and VPNs are worth a look.',
    channels: ['api', 'event'],
    evidence: 'reproduced',
    drift: 'Not from stream calls, which wait for the link.',
  },
  1100999: {
    name: 'UNKNOWN_SERVER_ERROR',
    title: 'Unexplained server error',
    titleZh: '服务端返回了不明错误',
    cause: 'The server refused with a reason that the SDK has no code for.',
    reaction: 'contact-support',
    advice: 'Note the extended data, the user, the room and the time: ZEGO can find the request with them.',
    channels: ['api', 'event'],
    evidence: 'reproduced',
    drift: 'Only from addPublishCdnUrl and removePublishCdnUrl.',
  },
})
