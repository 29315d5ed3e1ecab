import { defineSection } from './row.ts'

/** Codes of the `deviceError` event: a camera or microphone failed while in use. */
export const device = defineSection('device', 'Devices', '设备', {
  1006006: {
    name: 'DEVICE_ERROR_TYPE_UNPLUGGED',
    title: 'A device in use was unplugged',
    titleZh: '使用中的设备已断开',
    cause: 'The camera or microphone that feeds a stream disappeared from the system.',
    reaction: 'check-device',
    advice: 'Name the lost device, list what is left, and switch with useVideoDevice or useAudioDevice.',
    channels: ['event:deviceError'],
    evidence: 'reproduced',
    drift:
      'Also reported when the permission is revoked, since the devices then have no IDs any more. Names another device when the ' +
      'permission came after the engine was made and devices were not listed since.',
  },
  1106007: {
    name: 'DEVICE_ERROR_MIC_QUICK_PLUGGED',
    title: 'Microphone came loose and captures nothing',
    titleZh: '麦克风接触不稳，采集不到声音',
    cause: 'The microphone left and came back so quickly that its track never recovered.',
    reaction: 'check-device',
    advice: 'Others cannot hear this person: say so, and select the microphone again once it sits firmly.',
    channels: ['event:deviceError'],
    evidence: 'reproduced',
    drift:
      'Held back for 2 s after the SDK has listed the devices, which it also does when a capture starts.',
  },
  1106008: {
    name: 'DEVICE_ERROR_CAMERA_QUICK_PLUGGED',
    title: 'Camera came loose and captures nothing',
    titleZh: '摄像头接触不稳，采集不到画面',
    cause: 'The camera left and came back so quickly that its track never recovered.',
    reaction: 'check-device',
    advice:
      'The picture is frozen or black for others: say so, and select the camera again once it sits firmly.',
    channels: ['event:deviceError'],
    evidence: 'reproduced',
    drift:
      'Held back for 2 s after the SDK has listed the devices, which it also does when a capture starts.',
  },
  1106009: {
    name: 'DEVICE_ERROR_MIC_TRACK_ENDED',
    title: 'Audio capture stopped by itself',
    titleZh: '声音采集意外终止',
    cause: 'The audio track of the microphone ended although nobody stopped it.',
    reaction: 'check-device',
    advice: 'Offer to start the microphone again; a driver or another app has probably taken it away.',
    channels: ['event:deviceError'],
    evidence: 'reproduced',
  },
  1106010: {
    name: 'DEVICE_ERROR_CAMERA_TRACK_ENDED',
    title: 'Video capture stopped by itself',
    titleZh: '画面采集意外终止',
    cause: 'The video track of the camera ended although nobody stopped it.',
    reaction: 'check-device',
    advice: 'Offer to start the camera again, or to go on with sound only.',
    channels: ['event:deviceError'],
    evidence: 'reproduced',
  },
})
