import { type Evidence, evidenceClasses, type Reaction } from '../../codes/index.ts'
import type { KindsOfFaults } from '../../faults/faults.ts'
import type { Means } from '../../faults/kit/receipt.ts'
import type { ControlOutcome } from '../controls/controls.ts'
import type { ScenarioOutcome } from '../run/ran.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { Words } from './bilingual.ts'

type Vocabulary<Key extends string> = Readonly<Record<Key, Words>>

/** Names of the evidence classes. */
export const evidenceWords: Vocabulary<Evidence> = {
  reproduced: { en: 'Reproduced', zh: '已复现' },
  'surfaced-otherwise': { en: 'Surfaced differently', zh: '另一方式出现' },
  superseded: { en: 'Superseded', zh: '已被取代' },
  'not-on-web': { en: 'Not on the web', zh: 'Web 端没有' },
  untested: { en: 'Untested', zh: '尚未测试' },
}

/** What each class means, for readers. */
export const evidenceMeanings: Vocabulary<Evidence> = {
  reproduced: { en: evidenceClasses.reproduced, zh: '按文档制造了该情形，SDK 也给出了文档所述的错误码。' },
  'surfaced-otherwise': {
    en: evidenceClasses['surfaced-otherwise'],
    zh: 'SDK 会给出此码，但情形或途径与文档不同。',
  },
  superseded: { en: evidenceClasses.superseded, zh: '按文档制造了该情形，SDK 的反应却是别的。' },
  'not-on-web': { en: evidenceClasses['not-on-web'], zh: '只有原生或小程序 SDK 才会给出。' },
  untested: { en: evidenceClasses.untested, zh: '还没有场景覆盖这一行。' },
}

/** What a run says about a claim. */
export const verdictWords: Vocabulary<Verdict> = {
  backed: { en: 'Backed by this run', zh: '本次运行已证实' },
  contradicted: { en: 'Contradicted by this run', zh: '与本次运行矛盾' },
  unproven: { en: 'Not decided by this run', zh: '本次运行未能判定' },
  'needs-player': { en: 'Needs the vendor’s player', zh: '需要官方播放器' },
  'not-run': { en: 'Not part of this run', zh: '不在本次运行中' },
}

/** How a scenario ended. */
export const outcomeWords: Vocabulary<ScenarioOutcome> = {
  passed: { en: 'Passed', zh: '通过' },
  failed: { en: 'Failed', zh: '失败' },
  timedOut: { en: 'Timed out', zh: '超时' },
  flaky: { en: 'Flaky', zh: '不稳定' },
  interrupted: { en: 'Interrupted', zh: '被中断' },
  skipped: { en: 'Skipped', zh: '已跳过' },
  'not-run': { en: 'Did not run', zh: '没有运行' },
}

/** What the control of a scenario did. */
export const controlWords: Vocabulary<ControlOutcome> = {
  red: { en: 'Fails without its fault, as it must', zh: '不注入故障就会失败，理应如此' },
  green: { en: 'Stays green without its fault: proves nothing', zh: '不注入故障也能通过：证明不了什么' },
  'wrong-reason': {
    en: 'Fails without its fault, but for another reason',
    zh: '不注入故障会失败，但原因不对',
  },
  exempt: {
    en: 'About no code and without a fault, so no control is possible',
    zh: '不涉及错误码，也没有故障，无需对照',
  },
  'not-run': { en: 'No controls run has met it', zh: '尚未做过对照' },
}

/** How a fault was made. */
export const meansWords: Vocabulary<Means> = {
  real: { en: 'Real: the browser is in that state', zh: '真实：浏览器确实处于该状态' },
  wire: { en: 'Wire: real bytes on real sockets', zh: '线路：真实连接上的真实数据' },
  patched: { en: 'Patched: a function of the page was replaced', zh: '打补丁：替换了页面中的函数' },
}

/** What an app is recommended to do. */
export const reactionWords: Vocabulary<Reaction> = {
  none: { en: 'Nothing to do', zh: '无需处理' },
  wait: { en: 'Wait', zh: '等待' },
  retry: { en: 'Try again', zh: '重试' },
  rejoin: { en: 'Rejoin the room', zh: '重新登录房间' },
  'renew-token': { en: 'Renew the token', zh: '更新 Token' },
  'ask-permission': { en: 'Ask for the permission', zh: '请用户授权' },
  'check-device': { en: 'Check the device', zh: '检查设备' },
  'check-network': { en: 'Check the network', zh: '检查网络' },
  'change-browser': { en: 'Change the browser', zh: '更换浏览器' },
  'fix-input': { en: 'Fix the input', zh: '修正参数' },
  'fix-configuration': { en: 'Fix the configuration', zh: '修正配置' },
  'enable-service': { en: 'Enable the service', zh: '开通服务' },
  'tell-user': { en: 'Tell the user', zh: '告知用户' },
  'contact-support': { en: 'Contact support', zh: '联系技术支持' },
}

/** Complete by its type: a kind of faults without words does not compile. */
const kindWords: Readonly<Record<keyof KindsOfFaults, Words>> = {
  permission: { en: 'Permission', zh: '权限' },
  device: { en: 'Device', zh: '设备' },
  screen: { en: 'Screen', zh: '屏幕' },
  browser: { en: 'Browser', zh: '浏览器' },
  network: { en: 'Network', zh: '网络' },
  signaling: { en: 'Service', zh: '信令服务' },
  media: { en: 'Media', zh: '媒体' },
  cdn: { en: 'CDN', zh: 'CDN' },
  http: { en: 'HTTP', zh: 'HTTP' },
  server: { en: 'Back end', zh: '业务后台' },
  input: { en: 'Input', zh: '输入' },
  misuse: { en: 'Misuse', zh: '误用' },
  time: { en: 'Time', zh: '时间' },
}

/** Name of a kind of fault: the first part of the name of a fault, such as `device` of `device.unplug`. */
export function kindName(kind: string): Words {
  return kind in kindWords ? kindWords[kind as keyof KindsOfFaults] : { en: kind, zh: kind }
}
