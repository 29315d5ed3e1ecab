import { defineSection } from './row.ts'

/** Codes that developers meet while they set a project up. */
export const debugging = defineSection('debugging', 'Debugging', '调试', {
  1001004: {
    name: 'APPID_INVALID',
    title: 'AppID refused',
    titleZh: 'AppID 未被认可',
    cause: 'The AppID given to the engine is not the one of a project that this server knows.',
    reaction: 'fix-configuration',
    advice:
      'Copy AppID and server address from the same project in the ZEGO console, and mind test against production.',
    channels: ['api:loginRoom', 'event:roomStateChanged'],
    evidence: 'reproduced',
    drift:
      'Surfaces when the room is joined, not when the engine is made. Where the service answers 20008 in place of 20012 once the login is granted, the SDK leaves the room without a word, and the next call is 1000002.',
  },
  1001021: {
    name: 'GEO_SET_FAIL',
    title: 'Geofence set too late',
    titleZh: '地理围栏设置得太晚',
    cause: 'The geographic area was chosen when an engine already existed, so it could not take effect.',
    reaction: 'fix-configuration',
    advice: 'Choose the area once at start-up, ahead of the line that creates the first engine.',
    channels: ['api', 'event:publisherStateUpdate', 'event:playerStateUpdate'],
    evidence: 'reproduced',
    drift:
      'Thrown as { code, message }, and for the rest of the life of the page: destroying the engine does not help. Bad arguments throw an Error without a code.',
  },
  1101000: {
    name: 'INIT_SDK_WRONG',
    title: 'SDK could not be initialised',
    titleZh: 'SDK 启动未成功',
    cause: 'The engine was created with an AppID that does not exist or is no number.',
    reaction: 'fix-configuration',
    advice: 'Pass the AppID as a number, not as the string that an environment variable holds.',
    channels: ['api', 'console'],
    evidence: 'superseded',
    instead: [1001004],
    drift:
      'Any AppID is accepted by the constructor: one that is no positive integer is reported on the console without a code, and loginRoom never settles. One that the service does not know is 1001004.',
    sought: 'INIT_SDK_WRONG stands in the error table, and nothing in the bundle refers to it.',
  },
  1101001: {
    name: 'WX_GET_SETTING_FAIL',
    title: 'WeChat withheld its settings',
    titleZh: '读取微信设置时出错',
    cause:
      'In a WeChat mini program: too old a client, a failed start, or no right to use the live components.',
    reaction: 'ask-permission',
    advice:
      'Ask for a current WeChat and request the push and pull components for the mini program in its console.',
    channels: ['api', 'console'],
    evidence: 'not-on-web',
    drift: 'Camera and microphone that are not allowed are 1103064 in a browser.',
    sought:
      'The number is in no file of the package, in no notation; getSetting of a mini program is never called.',
  },
  1101002: {
    name: 'GET_CONFIG_FAIL',
    title: 'No media service configuration',
    titleZh: '没有拿到媒体服务的配置',
    cause:
      'The project has no media service to publish to or play from, or its configuration did not arrive.',
    reaction: 'contact-support',
    advice:
      'Repeat the call once after a fresh login; if it stays, ask ZEGO whether media is set up for the AppID.',
    channels: ['event:publisherStateUpdate', 'event:playerStateUpdate', 'api:startPlayingStream'],
    evidence: 'reproduced',
    drift: 'startPublishingStream returns true; only the event says it.',
  },
})
